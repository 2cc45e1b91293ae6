package leakcensus.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import leakcensus.block.LongTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplitTallyTest {

  @Test
  void startsWithoutRows() {
    assertThat(new SplitTally(3).rows().size()).isZero();
  }

  @Test
  void tellsItsCountsAsRows() {
    SplitTally tally = new SplitTally(3);
    tally.read(100);
    tally.keep();
    tally.read(20);
    tally.quarantine(RecordFault.BAD_SYNTAX, 101);
    tally.add(IntakeMeasure.SEPARATOR_BYTES, 2);

    assertThat(rows(tally))
        .containsExactlyInAnyOrder(
            row(IntakeMeasure.RECORDS_READ, 0, 2),
            row(IntakeMeasure.RECORD_BYTES, 0, 120),
            row(IntakeMeasure.RECORDS_KEPT, 0, 1),
            row(IntakeMeasure.SEPARATOR_BYTES, 0, 2),
            row(IntakeMeasure.RECORD_LENGTHS, 5, 1),
            row(IntakeMeasure.RECORD_LENGTHS, 7, 1),
            row(IntakeMeasure.RECORDS_QUARANTINED, RecordFault.BAD_SYNTAX.ordinal(), 1),
            row(IntakeMeasure.QUARANTINE_POSITION, RecordFault.BAD_SYNTAX.ordinal(), 101));
  }

  @Test
  void remembersTheFirstTenPositionsOfEachFault() {
    SplitTally tally = new SplitTally(3);
    for (int position = 0; position < 25; position++) {
      tally.quarantine(RecordFault.TOO_LONG, position);
      tally.quarantine(RecordFault.BAD_CHARSET, 1_000 + position);
    }

    List<List<Long>> rows = rows(tally);

    for (int position = 0; position < 10; position++) {
      assertThat(rows)
          .contains(
              row(IntakeMeasure.QUARANTINE_POSITION, RecordFault.TOO_LONG.ordinal(), position),
              row(
                  IntakeMeasure.QUARANTINE_POSITION,
                  RecordFault.BAD_CHARSET.ordinal(),
                  1_000 + position));
    }
    assertThat(rows)
        .hasSize(22)
        .contains(row(IntakeMeasure.RECORDS_QUARANTINED, RecordFault.TOO_LONG.ordinal(), 25));
  }

  @ParameterizedTest
  @CsvSource({"-1, 0, 0, 0", "0, -1, 0, 0", "0, 0, -1, 0", "0, 0, 5, 4"})
  void refusesASplitThatCannotBe(int source, int fileId, long start, long end) {
    assertThatThrownBy(() -> new Split(source, fileId, start, end))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Invalid split: source %d, file %d, bytes %d to %d"
                .formatted(source, fileId, start, end));
  }

  @Test
  void namesFaultsForTheTables() {
    assertThat(RecordFault.values())
        .extracting(RecordFault::key)
        .containsExactly(
            "none",
            "bad-charset",
            "bad-syntax",
            "not-an-object",
            "wrong-field-count",
            "too-long",
            "truncated",
            "part-broken",
            "part-unread",
            "part-encrypted",
            "part-unsafe",
            "part-unsupported",
            "part-over-limit",
            "part-without-records",
            "part-unreadable");
    assertThat(RecordFault.values()).extracting(RecordFault::meaning).doesNotHaveDuplicates();
  }

  private static List<Long> row(IntakeMeasure measure, long key, long value) {
    return List.of(3L, (long) measure.ordinal(), key, value);
  }

  private static List<List<Long>> rows(SplitTally tally) {
    LongTable rows = tally.rows();
    List<List<Long>> found = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      found.add(
          List.of(
              rows.at(row, SplitTally.FILE),
              rows.at(row, SplitTally.MEASURE),
              rows.at(row, SplitTally.KEY),
              rows.at(row, SplitTally.VALUE)));
    }
    return found;
  }
}
