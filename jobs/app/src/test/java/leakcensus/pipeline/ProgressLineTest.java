package leakcensus.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressLineTest {

  private static final long GIGABYTE = 1_000_000_000;

  @Test
  void saysHowMuchIsReadHowFastAndWhenAllIs() {
    ReadSoFar quarter = new ReadSoFar(1_234_567, 89, GIGABYTE, 4 * GIGABYTE);

    assertThat(ProgressLine.of(reading(quarter, 60)))
        .isEqualTo(
            "step 2 of 9, read and prepare: 1,234,567 of about 4,900,000 records (1,000.0 of"
                + " 4,000.0 MB), 89 in quarantine, 20,576 records/s, about 3 min until all is"
                + " read");
  }

  @Test
  void claimsNoTimeFromTooLittle() {
    ReadSoFar little = new ReadSoFar(5_000, 0, GIGABYTE / 1000, GIGABYTE);

    assertThat(ProgressLine.of(reading(little, 60)))
        .isEqualTo(
            "step 2 of 9, read and prepare: 5,000 records (1.0 of 1,000.0 MB), 83 records/s");
    assertThat(ProgressLine.of(reading(new ReadSoFar(5_000, 0, 10, 20), 4)))
        .endsWith("1,250 records/s");
  }

  @ParameterizedTest
  @CsvSource({
    "10, about 10 s",
    "59.4, about 59 s",
    "90, about 2 min",
    "3540, about 59 min",
    "3599, about 1 h 0 min",
    "9000, about 2 h 30 min"
  })
  void roundsTheTimeThatIsLeft(double seconds, String left) {
    assertThat(ProgressLine.of(reading(new ReadSoFar(100, 0, 50, 100), seconds)))
        .endsWith(", " + left + " until all is read");
  }

  @Test
  void tellsTasksAndNoTimeLeftOfEverythingElse() {
    ReadSoFar all = new ReadSoFar(100, 0, 100, 100);

    assertThat(ProgressLine.of(standing(4, "compare", 75, 12, 40, all, false)))
        .isEqualTo("step 4 of 9, compare: 12 of 40 tasks, 1 min so far");
    assertThat(ProgressLine.of(standing(7, "estimate", 12, 0, 0, all, false)))
        .isEqualTo("step 7 of 9, estimate: 12 s so far");
    assertThat(ProgressLine.of(standing(0, "synthesise", 12, 1, 2_000, all, false)))
        .isEqualTo("synthesise: 1 of 2,000 tasks, 12 s so far");
  }

  @Test
  void tellsTasksAgainOnceAllIsRead() {
    ReadSoFar all = new ReadSoFar(100, 0, 100, 100);

    assertThat(ProgressLine.of(standing(2, "read and prepare", 30, 5, 9, all, true)))
        .isEqualTo("step 2 of 9, read and prepare: 5 of 9 tasks, 30 s so far");
  }

  private static Standing reading(ReadSoFar read, double seconds) {
    return new Standing(2, 9, "read and prepare", seconds, 3, 9, read, seconds, true);
  }

  private static Standing standing(
      int number,
      String step,
      double seconds,
      int tasksDone,
      int tasks,
      ReadSoFar read,
      boolean isReading) {
    return new Standing(number, 9, step, seconds, tasksDone, tasks, read, 20, isReading);
  }
}
