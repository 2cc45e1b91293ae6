package leakcensus.format;

import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.List;
import leakcensus.source.SplitTally;

/**
 * What every cursor of this package reads, and where it counts.
 *
 * @param bytes the stream; the cursor closes it
 * @param charset its charset; one that holds ASCII as single bytes
 * @param columns names of the columns that are wanted, in the order of {@code value}
 * @param maxRecordBytes longest record that is held, in bytes
 * @param tally where records, bytes and faults are counted
 * @param firstOffset offset of the stream's first byte in its file
 */
public record FormatInput(
    InputStream bytes,
    Charset charset,
    List<String> columns,
    int maxRecordBytes,
    SplitTally tally,
    long firstOffset) {

  public FormatInput {
    columns = List.copyOf(columns);
    if (maxRecordBytes < 1) {
      throw new IllegalArgumentException(
          "Invalid limit of a record: %d bytes (must be >= 1)".formatted(maxRecordBytes));
    }
    if (firstOffset < 0) {
      throw new IllegalArgumentException(
          "Invalid first offset: %d (must be >= 0)".formatted(firstOffset));
    }
  }

  /** Tells no more than its size: the stream and its columns are the caller's. */
  @Override
  public String toString() {
    return "FormatInput[%d columns]".formatted(columns.size());
  }
}
