package leakcensus.spark.read;

import java.util.List;
import leakcensus.source.RecordFault;

/** Takes the mapped columns out of one line of text. */
interface LineParser {

  /** Parses the first characters of an array; what is wrong with them, if anything. */
  RecordFault parse(char[] text, int length);

  /** A value of the line parsed last; empty where it has none. */
  String value(int column);

  /** Whether the line parsed last has more than one value with content in a column. */
  default boolean hasSeveral(int column) {
    return false;
  }

  /** All values with content that the line parsed last has in a column. */
  default List<String> values(int column) {
    String only = value(column);
    return only.isEmpty() ? List.of() : List.of(only);
  }
}
