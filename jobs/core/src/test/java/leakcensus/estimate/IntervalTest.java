package leakcensus.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {

  // scipy 1.17.1: beta.ppf(0.025, k, n - k + 1), beta.isf(0.025, k + 1, n - k)
  @ParameterizedTest(name = "{0} of {1}")
  @CsvSource({
    "10, 20, 0.27195784956079183, 0.7280421504392082",
    "999, 1000, 0.9944410757201734, 0.9999746825125088",
    "700000, 750000, 0.9327664570747242, 0.933896859828371",
    "1, 10000000000000, 2.5317807984289844e-15, 5.571643390937626e-13",
    "1000000, 10000000000000, 9.980409834383897e-08, 1.001961911847144e-07",
    "9999999999999, 10000000000000, 0.9999999999994429, 0.9999999999999974",
  })
  void agreesWithScipyOnRatios(long successes, long trials, double lower, double upper) {
    RatioWithInterval ratio = BinomialInterval.of(successes, trials, 0.95);

    assertThat(ratio.ratio()).isEqualTo((double) successes / trials);
    assertThat(ratio.lowerRatio()).isCloseTo(lower, Percentage.withPercentage(1e-6));
    assertThat(ratio.upperRatio()).isCloseTo(upper, Percentage.withPercentage(1e-6));
  }

  // scipy 1.17.1: gamma.ppf(0.025, k), gamma.isf(0.025, k + 1)
  @ParameterizedTest(name = "{0} counted")
  @CsvSource({
    "1, 0.025317807984289876, 5.571643390938898",
    "10, 4.7953886961324335, 18.390356042017775",
    "281, 249.10217803058086, 315.8500704701794",
    "1000000, 998040.9833402939, 1001961.9119454322",
    "10000000000, 9999804004.5487, 10000195998.345615",
    "1000000000000, 999998040036.9626, 1000001959965.9316",
    "10000000000000, 9999993802050.625, 10000006197952.27",
  })
  void agreesWithScipyOnCounts(double count, double lower, double upper) {
    PoissonInterval interval = PoissonInterval.of(count, 0.95);

    assertThat(interval.lower()).isCloseTo(lower, Percentage.withPercentage(1e-10));
    assertThat(interval.upper()).isCloseTo(upper, Percentage.withPercentage(1e-10));
  }

  @Test
  void boundsWhatWasNeverOrAlwaysSeen() {
    // the closed forms (1 - 0.025^(1/n)) and -ln 0.025
    assertThat(BinomialInterval.of(0, 50, 0.95).lowerRatio()).isZero();
    assertThat(BinomialInterval.of(0, 50, 0.95).upperRatio())
        .isCloseTo(1 - Math.pow(0.025, 1 / 50.0), within(1e-12));
    assertThat(BinomialInterval.of(50, 50, 0.95).upperRatio()).isEqualTo(1);
    assertThat(BinomialInterval.of(0, 0, 0.95)).isEqualTo(new RatioWithInterval(0, 0, 1));
    assertThat(PoissonInterval.of(0, 0.95).lower()).isZero();
    assertThat(PoissonInterval.of(0, 0.95).upper()).isCloseTo(-Math.log(0.025), within(1e-12));
  }

  @ParameterizedTest(name = "{0} of {1}")
  @CsvSource({
    "0, 1",
    "1, 1",
    "1, 2",
    "1, 10000000000000",
    "9999999999999, 10000000000000",
    "5000000000000, 10000000000000",
    "10000000000000, 10000000000000",
    "1000000000, 10000000000000"
  })
  void containsWhatWasCounted(long successes, long trials) {
    RatioWithInterval ratio = BinomialInterval.of(successes, trials, 0.999);
    PoissonInterval count = PoissonInterval.of(successes, 0.999);

    assertThat(ratio.ratio()).isBetween(ratio.lowerRatio(), ratio.upperRatio());
    assertThat(count.count()).isBetween(count.lower(), count.upper());
  }

  @Test
  void isFiniteForThePairsOfTenTrillionRecordsOfOnePerson() {
    PoissonInterval interval = PoissonInterval.of(5e25, 0.95);

    assertThat(interval.upper()).isFinite().isGreaterThanOrEqualTo(5e25);
    assertThat(interval.lower()).isLessThanOrEqualTo(5e25);
  }

  @Test
  void refusesWhatIsNoCount() {
    assertThatThrownBy(() -> BinomialInterval.of(3, 2, 0.95))
        .hasMessage("Invalid count: 3 of 2 (must be 0 to the number of trials)");
    assertThatThrownBy(() -> BinomialInterval.of(-1, 2, 0.95))
        .hasMessage("Invalid count: -1 of 2 (must be 0 to the number of trials)");
    assertThatThrownBy(() -> PoissonInterval.of(Double.NaN, 0.95))
        .hasMessage("Invalid count: NaN (must be finite and >= 0)");
    assertThatThrownBy(() -> PoissonInterval.of(1, 95))
        .hasMessage("Invalid confidence: 95.0 (must be a ratio inside (0, 1))");
    assertThatThrownBy(() -> BinomialInterval.of(1, 2, Double.NaN))
        .hasMessage("Invalid confidence: NaN (must be a ratio inside (0, 1))");
    assertThatThrownBy(() -> new RatioWithInterval(0.5, 0.6, 0.7))
        .hasMessage("Invalid ratio: 0.5 in [0.6, 0.7] (must be ordered inside [0, 1])");
    assertThatThrownBy(() -> new PoissonInterval(3, 4, 5))
        .hasMessage("Invalid count: 3.0 not inside [4.0, 5.0]");
  }
}
