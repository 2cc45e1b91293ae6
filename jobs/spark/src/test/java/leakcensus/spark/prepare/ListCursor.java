package leakcensus.spark.prepare;

import java.io.IOException;
import java.util.List;
import leakcensus.source.RecordCursor;
import leakcensus.source.RecordFault;
import leakcensus.source.SplitTally;

/**
 * Goes through records that are lists of values; an empty list is a record in quarantine. Values of
 * an array are parted by {@link #NEXT}.
 */
final class ListCursor implements RecordCursor {

  static final String NEXT = "\u0000";

  private final List<List<String>> records;
  private final SplitTally tally;
  private final int readable;
  private int next;

  ListCursor(int fileId, List<List<String>> records) {
    this(fileId, records, records.size());
  }

  /** A cursor whose file cannot be read behind some records. */
  ListCursor(int fileId, List<List<String>> records, int readable) {
    this.records = records;
    this.readable = readable;
    tally = new SplitTally(fileId);
  }

  @Override
  public boolean next() throws IOException {
    if (next == records.size()) {
      return false;
    }
    if (next == readable) {
      throw new IOException("disk of 13800000000");
    }
    next++;
    tally.read(10);
    if (fault() == RecordFault.NONE) {
      tally.keep();
    } else {
      tally.quarantine(fault(), position());
    }
    return true;
  }

  @Override
  public long position() {
    return 10L * (next - 1);
  }

  @Override
  public RecordFault fault() {
    return records.get(next - 1).isEmpty() ? RecordFault.BAD_SYNTAX : RecordFault.NONE;
  }

  @Override
  public String value(int column) {
    return values(column).get(0);
  }

  @Override
  public boolean hasSeveral(int column) {
    return values(column).size() > 1;
  }

  @Override
  public List<String> values(int column) {
    return List.of(records.get(next - 1).get(column).split(NEXT));
  }

  @Override
  public SplitTally tally() {
    return tally;
  }

  @Override
  public void close() {}
}
