package leakcensus.estimate.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.IntToDoubleFunction;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.PascalDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordLawTest {

  @Test
  void isTheBinomialLawBelowZero() {
    BinomialDistribution binomial = BinomialDistribution.of(7, 2.5 / 7);

    assertIs(new KatzLaw(-1.0 / 7), 2.5, binomial::logProbability);
  }

  @Test
  void isThePoissonLawAtZero() {
    PoissonDistribution poisson = PoissonDistribution.of(2.5);

    assertIs(new KatzLaw(0), 2.5, poisson::logProbability);
  }

  @Test
  void isTheNegativeBinomialLawAboveZero() {
    PascalDistribution pascal = PascalDistribution.of(4, 4 / (4 + 2.5));

    assertIs(new KatzLaw(0.25), 2.5, pascal::logProbability);
  }

  @Test
  void givesABinomialOfItsLargestMeanItsOnlyValue() {
    KatzLaw three = new KatzLaw(-1.0 / 3);

    assertThat(three.someRatio(three.largestMeanRecords())).isEqualTo(1);
    assertThat(three.someRatio(three.largestMeanRecords() * (1 + 1e-15))).isEqualTo(1);
  }

  // mpmath 1.3.0, 30 digits: quad(npdf(x) e^-l l^k / k!) with l = m e^(s x - s^2 / 2), x in [-15,
  // 30]
  @ParameterizedTest(name = "mean {0}, deviation {1}, {2} times")
  @CsvSource({
    "0.3, 0.5, 0, 0.749556741404",
    "0.3, 0.5, 1, 0.207988732768",
    "0.3, 0.5, 5, 9.76505122971e-5",
    "3, 1, 0, 0.23661683796",
    "3, 1, 12, 0.0066717968166",
    "1e-06, 2, 2, 2.72217645026e-11",
    "0.001, 1, 3, 3.28210379571e-9",
    "20, 0.1, 40, 0.000119956446354",
    "5, 3, 0, 0.763551568192",
    "5, 3, 100, 5.90532121418e-5",
    "0.01, 3, 150, 1.39909103296e-8"
  })
  void isThePoissonLawOfLogNormalMeans(double mean, double deviation, int times, double ratio) {
    double[] logs = new PoissonLogNormalLaw(deviation).logRatios(mean, Math.max(1, times));

    assertThat(Math.exp(logs[times])).isCloseTo(ratio, within(ratio * 1e-7));
  }

  @ParameterizedTest
  @CsvSource({"0.3, 0.5", "3, 1", "1e-6, 2", "1e-9, 0.1", "50, 3"})
  void knowsWhoIsSeenAtAllHoweverFew(double mean, double deviation) {
    PoissonLogNormalLaw law = new PoissonLogNormalLaw(deviation);
    double none = Math.exp(law.logRatios(mean, 0)[0]);

    assertThat(law.someRatio(mean)).isCloseTo(1 - none, within(1e-9)).isPositive();
    assertThat(law.someRatio(mean)).isLessThanOrEqualTo(mean);
  }

  @Test
  void refusesShapesThatCannotBe() {
    assertThatThrownBy(() -> new KatzLaw(-2))
        .hasMessage("Invalid dispersion: -2.0 (must be finite and >= -1)");
    assertThatThrownBy(() -> new PoissonLogNormalLaw(0))
        .hasMessage("Invalid deviation: 0.0 (must be finite and above 0)");
  }

  private static void assertIs(RecordLaw law, double mean, IntToDoubleFunction logRatio) {
    double[] logs = law.logRatios(mean, 12);
    for (int k = 0; k <= 12; k++) {
      if (Double.isInfinite(logRatio.applyAsDouble(k))) {
        assertThat(logs[k]).isEqualTo(Double.NEGATIVE_INFINITY);
      } else {
        assertThat(logs[k]).as("%d times", k).isCloseTo(logRatio.applyAsDouble(k), within(1e-9));
      }
    }
    assertThat(law.someRatio(mean))
        .isCloseTo(-Math.expm1(logRatio.applyAsDouble(0)), within(1e-12));
  }
}
