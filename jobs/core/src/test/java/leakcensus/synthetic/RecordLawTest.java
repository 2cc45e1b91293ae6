package leakcensus.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleToIntFunction;
import leakcensus.synthetic.RecordLaw.Geometric;
import leakcensus.synthetic.RecordLaw.HeavyTail;
import leakcensus.synthetic.RecordLaw.One;
import leakcensus.synthetic.RecordLaw.OneOrTwo;
import leakcensus.synthetic.RecordLaw.ZeroTruncatedPoisson;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordLawTest {

  private static final int DRAWS = 1_000_000;

  @Test
  void givesOneRecordToEveryone() {
    assertThat(mean(new One())).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1.001, 1.5, 2, 7.3, 120})
  void keepsTheMeanOfThePoissonLaw(double mean) {
    assertThat(mean(new ZeroTruncatedPoisson(mean))).isCloseTo(mean, within(1e-4 * mean));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1.001, 1.5, 2})
  void keepsTheMeanOfOneOrTwo(double mean) {
    assertThat(mean(new OneOrTwo(mean))).isCloseTo(mean, within(1e-4));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1.001, 2, 7.3, 100})
  void keepsTheMeanOfTheGeometricLaw(double mean) {
    assertThat(mean(new Geometric(mean))).isCloseTo(mean, within(1e-3 * mean));
  }

  @Test
  void halvesThePersonsWithEachFurtherRecordOfTheGeometricLaw() {
    DoubleToIntFunction quantiles = new Geometric(2).quantiles();

    assertThat(quantiles.applyAsInt(0)).isEqualTo(1);
    for (int records = 1; records <= 20; records++) {
      double upTo = 1 - Math.pow(0.5, records);
      assertThat(quantiles.applyAsInt(upTo - 1e-9)).isEqualTo(records);
      assertThat(quantiles.applyAsInt(upTo + 1e-9)).isEqualTo(records + 1);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 2.01, Double.NaN})
  void refusesAMeanThatOneOrTwoCannotHave(double mean) {
    assertThatThrownBy(() -> new OneOrTwo(mean))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Invalid mean: %s records (must be above 1 and at most 2.0; the law one has a mean of"
                    .formatted(mean)
                + " 1)");
  }

  @Test
  void agreesWithThePoissonLawWithoutItsZero() {
    // The truncated law of mean 2 has the rate 1.59362426, the root of x = 2 (1 - exp(-x)).
    PoissonDistribution poisson = PoissonDistribution.of(1.59362426);
    DoubleToIntFunction quantiles = new ZeroTruncatedPoisson(2).quantiles();

    for (int records = 1; records <= 8; records++) {
      double upTo = poisson.probability(0, records) / poisson.survivalProbability(0);

      assertThat(quantiles.applyAsInt(upTo - 1e-7)).isEqualTo(records);
      assertThat(quantiles.applyAsInt(upTo + 1e-7)).isEqualTo(records + 1);
    }
  }

  @ParameterizedTest(name = "mean {0}, shape {1}, limit {2}")
  @CsvSource({"1.2, 2.5, 200", "3, 1.2, 1000", "5, 0.5, 100", "1.05, 20, 4"})
  void keepsTheMeanOfTheHeavyTail(double mean, double shape, int limit) {
    assertThat(mean(new HeavyTail(mean, shape, limit))).isCloseTo(mean, within(1e-3 * mean));
  }

  @Test
  void neverPassesTheLimitOfTheHeavyTail() {
    DoubleToIntFunction quantiles = new HeavyTail(3, 0.5, 50).quantiles();

    assertThat(quantiles.applyAsInt(Math.nextDown(1.0))).isEqualTo(50);
    assertThat(quantiles.applyAsInt(0)).isEqualTo(1);
  }

  @Test
  void rejectsMeansThatNoLawReaches() {
    assertThatThrownBy(() -> new ZeroTruncatedPoisson(1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Invalid mean: 1.0 records (must be above 1 and at most 500.0; the law one has a mean of"
                + " 1)");
    assertThatThrownBy(() -> new HeavyTail(30, 2, 50))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Invalid mean: 30.0 records (must be above 1 and at most 25.0; the law one has a mean of"
                + " 1)");
    assertThatThrownBy(() -> new HeavyTail(3, 0.1, 50))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid shape: 0.1 (must be 0.2 to 20.0)");
    assertThatThrownBy(() -> new HeavyTail(3, 2, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid limit: 3 records (must be 4 to 10000)");
  }

  private static double mean(RecordLaw law) {
    DoubleToIntFunction quantiles = law.quantiles();
    long sum = 0;
    for (int i = 0; i < DRAWS; i++) {
      sum += quantiles.applyAsInt((i + 0.5) / DRAWS);
    }
    return (double) sum / DRAWS;
  }
}
