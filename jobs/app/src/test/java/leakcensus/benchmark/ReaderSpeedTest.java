package leakcensus.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReaderSpeedTest {

  @Test
  void comparesRoundByRoundAndTakesTheMedian() {
    // Ratios 3/1, 4/4 and 10/5; medians 4 and 4.
    ReaderSpeed speed =
        new ReaderSpeed(ReaderFormat.CSV, 800, 12_000_000, passes(1, 4, 5), passes(3, 4, 10));

    assertThat(speed.ratio()).isEqualTo(2);
    assertThat(speed.lowestRatio()).isEqualTo(1);
    assertThat(speed.highestRatio()).isEqualTo(3);
    assertThat(speed.ownMegabytesPerSecond()).isCloseTo(3, within(1e-12));
    assertThat(speed.sparkMegabytesPerSecond()).isCloseTo(3, within(1e-12));
    assertThat(speed.ownRecordsPerSecond()).isCloseTo(200, within(1e-12));
  }

  @Test
  void takesTheMeanOfTheMiddlePairOfAnEvenNumberOfRounds() {
    ReaderSpeed speed =
        new ReaderSpeed(ReaderFormat.JSON, 1, 1, passes(1, 1, 1, 1), passes(9, 1, 2, 3));

    assertThat(speed.ratio()).isEqualTo(2.5);
  }

  @Test
  void reachesItsTargetAtTheTargetAndNotBelow() {
    assertThat(new ReaderSpeed(ReaderFormat.CSV, 1, 1, passes(1), passes(2)).reachesTarget())
        .isTrue();
    assertThat(new ReaderSpeed(ReaderFormat.CSV, 1, 1, passes(1), passes(1.99)).reachesTarget())
        .isFalse();
    assertThat(new ReaderSpeed(ReaderFormat.SQL, 1, 1, passes(1), List.of()).reachesTarget())
        .isTrue();
  }

  @Test
  void refusesReadingsThatCannotBeCompared() {
    assertThatThrownBy(() -> new ReaderSpeed(ReaderFormat.CSV, 1, 1, passes(1, 2), passes(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Invalid readings of csv: 2 own, 1 of Spark (must be at least one, and as many)");
  }

  private static List<ReaderPass> passes(double... coreSeconds) {
    return Arrays.stream(coreSeconds).mapToObj(seconds -> new ReaderPass(9, seconds)).toList();
  }
}
