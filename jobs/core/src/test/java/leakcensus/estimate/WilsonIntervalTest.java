package leakcensus.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilsonIntervalTest {

  /**
   * The ends are the roots p of {@code n (k / n - p)^2 = z^2 p (1 - p)}, which is the definition
   * and not the formula; z = 1.959964 for 0.95 and 1.644854 for 0.9.
   */
  @ParameterizedTest(name = "{0} of {1}")
  @CsvSource({"15, 20, 0.95, 1.959964", "1, 60, 0.95, 1.959964", "27, 30, 0.9, 1.644854"})
  void endsWhereTheScoreTestRejects(long successes, long trials, double confidence, double z) {
    RatioWithInterval interval = WilsonInterval.of(successes, trials, confidence);

    for (double end : new double[] {interval.lowerRatio(), interval.upperRatio()}) {
      double deviation = (double) successes / trials - end;
      assertThat(trials * deviation * deviation).isCloseTo(z * z * end * (1 - end), within(1e-5));
    }
    assertThat(interval.lowerRatio()).isLessThan(interval.ratio());
    assertThat(interval.upperRatio()).isGreaterThan(interval.ratio());
  }

  @Test
  void closesOnAllAndOnNone() {
    // At k = n the lower end is n / (n + z^2): 20 / (20 + 3.841459)
    assertThat(WilsonInterval.of(20, 20, 0.95).lowerRatio()).isCloseTo(0.838874, within(1e-6));
    assertThat(WilsonInterval.of(20, 20, 0.95).upperRatio()).isEqualTo(1);
    assertThat(WilsonInterval.of(0, 20, 0.95).lowerRatio()).isZero();
    assertThat(WilsonInterval.of(0, 20, 0.95).upperRatio()).isCloseTo(0.161126, within(1e-6));
  }

  @Test
  void knowsNothingWithoutTrials() {
    assertThat(WilsonInterval.of(0, 0, 0.95)).isEqualTo(new RatioWithInterval(0, 0, 1));
  }

  @Test
  void refusesMoreSuccessesThanTrials() {
    assertThatThrownBy(() -> WilsonInterval.of(3, 2, 0.95))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid count: 3 of 2 (must be 0 to the number of trials)");
  }
}
