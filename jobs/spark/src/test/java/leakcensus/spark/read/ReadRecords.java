package leakcensus.spark.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import leakcensus.block.LongTable;
import leakcensus.source.Intake;
import leakcensus.source.IntakeMeasure;
import leakcensus.source.RecordCursor;
import leakcensus.source.RecordFault;
import leakcensus.source.SourceFile;
import leakcensus.source.SplitTally;

/** All records of some cursors over one file, and what was counted on the way. */
final class ReadRecords {

  /**
   * One record.
   *
   * @param position where it stands
   * @param fault why it cannot be used
   * @param values its values; none where it has a fault
   */
  record Read(long position, RecordFault fault, List<String> values) {}

  private final List<Read> records = new ArrayList<>();
  private final LongTable tallies = SplitTally.table();
  private final int columns;

  /** Of a file whose records have this many columns. */
  ReadRecords(int columns) {
    this.columns = columns;
  }

  /** Reads a cursor to its end and closes it. */
  ReadRecords add(RecordCursor cursor) throws IOException {
    try (cursor) {
      while (cursor.next()) {
        String[] values = new String[cursor.fault() == RecordFault.NONE ? columns : 0];
        Arrays.setAll(values, cursor::value);
        records.add(new Read(cursor.position(), cursor.fault(), List.of(values)));
      }
      tallies.appendAll(cursor.tally().rows());
    }
    return this;
  }

  /** The records in the order read. */
  List<Read> records() {
    return records;
  }

  /** The first values of the records without fault. */
  List<String> values() {
    return records.stream()
        .filter(record -> record.fault() == RecordFault.NONE)
        .map(record -> record.values().get(0))
        .toList();
  }

  /** The faults of all records. */
  List<RecordFault> faults() {
    return records.stream().map(Read::fault).toList();
  }

  /** One count. */
  long count(IntakeMeasure measure) {
    return intake().count(0, measure);
  }

  /** Records in quarantine. */
  long quarantined() {
    return intake().quarantined(0);
  }

  /** Bytes inside and outside records. */
  long accountedBytes() {
    return count(IntakeMeasure.RECORD_BYTES)
        + count(IntakeMeasure.SEPARATOR_BYTES)
        + count(IntakeMeasure.HEADER_BYTES);
  }

  Intake intake() {
    return Intake.of(List.of(new SourceFile(0, 0, 1, "none", false)), tallies);
  }
}
