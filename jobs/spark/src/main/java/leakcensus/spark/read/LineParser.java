package leakcensus.spark.read;

import java.util.List;
import leakcensus.source.RecordFault;

/** Takes the mapped columns out of the text of one record, which is a line as a rule. */
interface LineParser {

  /** Parses the first characters of an array; what is wrong with them, if anything. */
  RecordFault parse(char[] text, int length);

  /** Whether the text parsed last ends inside a field, so that the next line may belong to it. */
  default boolean isOpen() {
    return false;
  }

  /** Goes on with an open text, which is longer now; what is wrong with all of it, if anything. */
  default RecordFault resume(char[] text, int length) {
    throw new IllegalStateException("No record of this format is open at the end of its line");
  }

  /** Whether the record parsed last has more or fewer fields than its header. */
  default boolean isRagged() {
    return false;
  }

  /** Number of the values. */
  int columns();

  /** A value of the record parsed last; empty where it has none. */
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
