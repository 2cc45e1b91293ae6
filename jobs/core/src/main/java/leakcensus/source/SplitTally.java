package leakcensus.source;

import leakcensus.block.LongTable;

/** Counts what is read of one split. */
public final class SplitTally {

  /** Column: number of the file. */
  public static final int FILE = 0;

  /** Column: ordinal of the {@link IntakeMeasure}. */
  public static final int MEASURE = 1;

  /** Column: key of the measure, if it has one. */
  public static final int KEY = 2;

  /** Column: count, or position. */
  public static final int VALUE = 3;

  private static final int COLUMNS = 4;
  private static final int POSITIONS_PER_SPLIT = 10;

  private final long[] counts = new long[IntakeMeasure.values().length];
  private final long[] quarantined = new long[RecordFault.values().length];
  private final long[] lengths = new long[Long.SIZE];
  private final int fileId;
  private final LongTable positions = table();

  /** Counts of a split of this file, all 0. */
  public SplitTally(int fileId) {
    this.fileId = fileId;
  }

  /** An empty table of tallies. */
  public static LongTable table() {
    return new LongTable(COLUMNS);
  }

  /** Adds to a count that has no key. */
  public void add(IntakeMeasure measure, long amount) {
    counts[measure.ordinal()] += amount;
  }

  /** A count that has no key. */
  public long count(IntakeMeasure measure) {
    return counts[measure.ordinal()];
  }

  /** Counts one record met, with its bytes. */
  public void read(long recordBytes) {
    add(IntakeMeasure.RECORDS_READ, 1);
    add(IntakeMeasure.RECORD_BYTES, recordBytes);
    lengths[RecordLengths.classOf(recordBytes)]++;
  }

  /** Counts one record handed on. */
  public void keep() {
    add(IntakeMeasure.RECORDS_KEPT, 1);
  }

  /** Counts one record in quarantine; the first positions of each fault are remembered. */
  public void quarantine(RecordFault fault, long position) {
    if (++quarantined[fault.ordinal()] <= POSITIONS_PER_SPLIT) {
      positions.append(
          fileId, IntakeMeasure.QUARANTINE_POSITION.ordinal(), fault.ordinal(), position);
    }
  }

  /** Tells the charset that was found for the file. */
  public void found(DetectedCharset charset) {
    positions.append(
        fileId,
        IntakeMeasure.CHARSET.ordinal(),
        charset.charset().code(),
        charset.confidencePercent());
  }

  /** All counts as rows. */
  public LongTable rows() {
    LongTable rows = table();
    for (IntakeMeasure measure : IntakeMeasure.values()) {
      if (counts[measure.ordinal()] != 0) {
        rows.append(fileId, measure.ordinal(), 0, counts[measure.ordinal()]);
      }
    }
    for (RecordFault fault : RecordFault.values()) {
      if (quarantined[fault.ordinal()] != 0) {
        rows.append(
            fileId,
            IntakeMeasure.RECORDS_QUARANTINED.ordinal(),
            fault.ordinal(),
            quarantined[fault.ordinal()]);
      }
    }
    for (int length = 1; length < lengths.length; length++) {
      if (lengths[length] != 0) {
        rows.append(fileId, IntakeMeasure.RECORD_LENGTHS.ordinal(), length, lengths[length]);
      }
    }
    rows.appendAll(positions);
    return rows;
  }
}
