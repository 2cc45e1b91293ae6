package leakcensus.estimate.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KolmogorovPValueTest {

  /** Oracle: the exact law of commons-statistics-inference 1.2. */
  @ParameterizedTest(name = "{0} numbers")
  @ValueSource(ints = {10, 30, 100, 1_000})
  void isTheExactChanceWithinItsError(int numbers) {
    SplittableRandom random = new SplittableRandom(numbers);
    for (double power : new double[] {1, 0.9, 0.7, 0.5}) {
      double[] drawn =
          random.doubles(numbers).map(number -> Math.pow(number, power)).sorted().toArray();
      KolmogorovSmirnovTest.OneResult exact =
          KolmogorovSmirnovTest.withDefaults().test(drawn, number -> number);

      assertThat(KolmogorovPValue.of(numbers, exact.getStatistic()))
          .as("power %s, distance %s", power, exact.getStatistic())
          .isCloseTo(exact.getPValue(), within(Math.max(0.003, exact.getPValue() / 40)));
    }
  }

  @ParameterizedTest(name = "distance {0}")
  @ValueSource(doubles = {0, 1e-9, 1})
  void isARatioAtItsEnds(double distance) {
    assertThat(KolmogorovPValue.of(1e12, distance)).isEqualTo(distance < 0.5 ? 1.0 : 0.0);
  }
}
