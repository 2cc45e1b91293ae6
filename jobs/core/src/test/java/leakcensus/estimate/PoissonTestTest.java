package leakcensus.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PoissonTestTest {

  @ParameterizedTest(name = "mean {0}")
  @ValueSource(doubles = {0.01, 1, 31.25, 281.25, 12345})
  void agreesWithThePoissonDistribution(double mean) {
    PoissonDistribution poisson = PoissonDistribution.of(mean);
    int above = (int) (mean + 2 * Math.sqrt(mean)) + 1;

    assertThat(PoissonTest.atLeast(above, mean))
        .isCloseTo(poisson.survivalProbability(above - 1), within(1e-12));
    assertThat(PoissonTest.atMost(above, mean))
        .isCloseTo(poisson.cumulativeProbability(above), within(1e-12));
  }

  @ParameterizedTest(name = "mean {0}")
  @ValueSource(doubles = {0, 0.01, 1, 281.25, 5e9, 9.999e9, 1.0001e10, 9e11, 9e14})
  void findsTheSmallestCountThatIsTooLarge(double mean) {
    double critical = PoissonTest.criticalCount(mean, 0.05);

    assertThat(PoissonTest.atLeast(critical, mean)).isLessThanOrEqualTo(0.05);
    assertThat(PoissonTest.atLeast(critical - 1, mean)).isGreaterThan(0.05);
  }

  @ParameterizedTest(name = "mean {0}")
  @ValueSource(doubles = {3, 31.25, 281.25, 5e9, 9.999e9, 1.0001e10, 9e11, 9e14})
  void findsTheLargestCountThatIsTooSmall(double mean) {
    double tooSmall = PoissonTest.largestTooSmall(mean, 0.05).getAsDouble();

    assertThat(PoissonTest.atMost(tooSmall, mean)).isLessThanOrEqualTo(0.05);
    assertThat(PoissonTest.atMost(tooSmall + 1, mean)).isGreaterThan(0.05);
    assertThat(PoissonTest.largestTooSmall(2.9, 0.05)).isEmpty();
  }

  @ParameterizedTest(name = "count {0}")
  @ValueSource(doubles = {1, 38, 310, 5e9, 2e10, 3e13})
  void findsTheMeanOfACountAndItsChance(double count) {
    for (double ratio : new double[] {0.05, 0.2, 0.8}) {
      assertThat(PoissonTest.atLeast(count, PoissonTest.meanOfAtLeast(count, ratio)))
          .isCloseTo(ratio, within(1e-4));
      assertThat(PoissonTest.atMost(count, PoissonTest.meanOfAtMost(count, ratio)))
          .isCloseTo(ratio, within(1e-4));
    }
    assertThat(PoissonTest.meanOfAtLeast(0, 0.05)).isZero();
    assertThat(PoissonTest.meanOfAtMost(0, 0.05)).isCloseTo(-Math.log(0.05), within(1e-12));
  }

  @Test
  void turnsToTheNormalLawWithoutAJump() {
    double exact = PoissonTest.criticalCount(1e15, 0.05);

    assertThat(PoissonTest.criticalCount(Math.nextUp(1e15), 0.05)).isCloseTo(exact, within(20.0));
    assertThat(PoissonTest.criticalCount(5e25, 0.05)).isFinite();
  }

  // scipy 1.17.1: gamma.cdf(mean, c); the law itself is used up to c = 1e10
  @ParameterizedTest(name = "{0} where {1} are expected")
  @CsvSource({
    "10000000000, 9999700000.0, 0.001349779851443313",
    "20000000000, 19999575735.93129, 0.001349814465163971",
    "20000000000, 20000212132.034355, 0.9331924171386696",
    "1000000000000, 999998000000.0, 0.02275007795718572",
    "1000000000000, 999996000000.0, 3.1670572687032027e-05",
    "10000000000000, 10000009486832.98, 0.9986500982310538"
  })
  void agreesWithScipyWhereTheSeriesNoLongerConverges(double count, double mean, double chance) {
    assertThat(PoissonTest.atLeast(count, mean)).isCloseTo(chance, Percentage.withPercentage(0.01));
    assertThat(PoissonTest.atMost(count - 1, mean)).isCloseTo(1 - chance, within(1e-5));
  }
}
