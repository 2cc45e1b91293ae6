package leakcensus.source;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * Goes through the records of a split, one at a time.
 *
 * <p>Framing comes first: every record of the file is met, counted and located, whether it can be
 * parsed or not.
 */
public interface RecordCursor extends Closeable {

  /**
   * Goes to the next record.
   *
   * @return whether there is one
   * @throws IOException if the file cannot be read further
   */
  boolean next() throws IOException;

  /** Byte offset of the record in its (decompressed) file, or its row number. */
  long position();

  /** Why the record cannot be used, or {@link RecordFault#NONE}. */
  RecordFault fault();

  /**
   * A value of the record; empty where the record has none. Only after {@link RecordFault#NONE}.
   *
   * @param column index in {@link Source#columns()}
   */
  String value(int column);

  /**
   * Whether the record holds more than one value with content in a column, as an array does. Only
   * after {@link RecordFault#NONE}.
   *
   * @param column index in {@link Source#columns()}
   */
  default boolean hasSeveral(int column) {
    return false;
  }

  /**
   * All values of a column that have content, in the order of the record; the first is {@link
   * #value}. Only after {@link RecordFault#NONE}.
   *
   * @param column index in {@link Source#columns()}
   */
  default List<String> values(int column) {
    String only = value(column);
    return only.isEmpty() ? List.of() : List.of(only);
  }

  /** What has been read so far. */
  SplitTally tally();
}
