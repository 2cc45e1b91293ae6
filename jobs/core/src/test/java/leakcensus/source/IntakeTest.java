package leakcensus.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import leakcensus.block.LongTable;
import org.junit.jupiter.api.Test;

class IntakeTest {

  private static final List<SourceFile> FILES =
      List.of(
          new SourceFile(0, 0, 130, "none", false),
          new SourceFile(1, 0, 90, "gzip", false),
          new SourceFile(2, 1, 90, "none", true),
          new SourceFile(3, 1, 0, "none", false),
          new SourceFile(4, 1, 70, "none", false));

  private final LongTable tallies = SplitTally.table();

  @Test
  void addsUpTheSplitsOfAFile() {
    tally(0, 50, 3, RecordFault.BAD_SYNTAX, 7);
    tally(0, 60, 4, RecordFault.BAD_SYNTAX, 67);
    tally(1, 70, 5, RecordFault.TRUNCATED, 8);

    Intake intake = Intake.of(FILES, tallies);

    assertThat(intake.count(0, IntakeMeasure.RECORDS_READ)).isEqualTo(9);
    assertThat(intake.count(0, IntakeMeasure.RECORDS_KEPT)).isEqualTo(7);
    assertThat(intake.quarantined(0)).isEqualTo(2);
    assertThat(intake.quarantined(0, RecordFault.TRUNCATED)).isZero();
    assertThat(intake.ofSource(0, IntakeMeasure.RECORDS_READ)).isEqualTo(15);
    assertThat(intake.quarantinedOfSource(0, RecordFault.TRUNCATED)).isEqualTo(1);
    assertThat(intake.total(IntakeMeasure.RECORDS_KEPT)).isEqualTo(12);
  }

  @Test
  void readsAsManyRecordsAsItKeepsAndQuarantines() {
    tally(0, 50, 3, RecordFault.BAD_SYNTAX, 7);
    tally(4, 50, 3, RecordFault.TOO_LONG, 9);

    Intake intake = Intake.of(FILES, tallies);

    for (SourceFile file : intake.files()) {
      assertThat(intake.count(file.id(), IntakeMeasure.RECORDS_READ))
          .isEqualTo(
              intake.count(file.id(), IntakeMeasure.RECORDS_KEPT) + intake.quarantined(file.id()));
    }
  }

  @Test
  void tellsTheFirstPositionsOfAFaultWhateverSplitCameFirst() {
    tally(1, 10, 0, RecordFault.BAD_SYNTAX, 3);
    tally(0, 10, 0, RecordFault.BAD_SYNTAX, 500);
    tally(0, 10, 0, RecordFault.BAD_SYNTAX, 40);
    tally(4, 10, 0, RecordFault.BAD_SYNTAX, 1);

    Intake intake = Intake.of(FILES, tallies);

    assertThat(intake.firstPositions(0, RecordFault.BAD_SYNTAX, 2))
        .containsExactly(new QuarantinePosition(0, 40), new QuarantinePosition(0, 500));
    assertThat(intake.firstPositions(1, RecordFault.BAD_SYNTAX, 2))
        .containsExactly(new QuarantinePosition(4, 1));
    assertThat(intake.firstPositions(0, RecordFault.TOO_LONG, 2)).isEmpty();
  }

  @Test
  void saysWhatBecameOfEachFile() {
    SplitTally broken = new SplitTally(1);
    broken.add(IntakeMeasure.PARTIAL, 1);
    tallies.appendAll(broken.rows());
    SplitTally closed = new SplitTally(4);
    closed.add(IntakeMeasure.UNREADABLE, 1);
    tallies.appendAll(closed.rows());

    Intake intake = Intake.of(FILES, tallies);

    assertThat(List.of(intake.status(0), intake.status(1), intake.status(2), intake.status(3)))
        .containsExactly(
            FileStatus.READ, FileStatus.PARTIAL, FileStatus.DUPLICATE, FileStatus.EMPTY);
    assertThat(intake.status(4)).isEqualTo(FileStatus.UNREADABLE);
    assertThat(FileStatus.UNREADABLE.key()).isEqualTo("unreadable");
  }

  @Test
  void measuresExtentsInBytesOrElseInRows() {
    tally(0, 50, 3, RecordFault.BAD_SYNTAX, 7);
    SplitTally separators = new SplitTally(0);
    separators.add(IntakeMeasure.SEPARATOR_BYTES, 5);
    separators.add(IntakeMeasure.HEADER_BYTES, 2);
    tallies.appendAll(separators.rows());
    SplitTally rows = new SplitTally(4);
    rows.read(0);
    rows.read(0);
    tallies.appendAll(rows.rows());

    assertThat(Intake.of(FILES, tallies).extents()).containsExactly(57, 0, 0, 0, 2);
  }

  private void tally(int fileId, long bytes, int kept, RecordFault fault, long position) {
    SplitTally tally = new SplitTally(fileId);
    tally.read(bytes);
    tally.quarantine(fault, position);
    for (int record = 0; record < kept; record++) {
      tally.read(0);
      tally.keep();
    }
    tallies.appendAll(tally.rows());
  }
}
