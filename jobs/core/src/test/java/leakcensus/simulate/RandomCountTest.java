package leakcensus.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RandomCountTest {

  private static final int DRAWS = 4000;

  @ParameterizedTest
  @CsvSource({"0.3", "40", "5000000"})
  void drawsPoissonCounts(double mean) {
    SplittableRandom random = new SplittableRandom(1);

    checkMoments(
        LongStream.range(0, DRAWS).map(draw -> RandomCount.poisson(random, mean)).toArray(),
        mean,
        mean);
  }

  // Inverted, inverted with few left out, normal, and more trials than an int counts
  @ParameterizedTest
  @CsvSource({"12, 0.25", "1000, 0.99", "10000000, 0.3", "5000000000, 0.0001"})
  void drawsBinomialCounts(long trials, double chance) {
    SplittableRandom random = new SplittableRandom(2);

    checkMoments(
        LongStream.range(0, DRAWS)
            .map(draw -> RandomCount.binomial(random, trials, chance))
            .toArray(),
        trials * chance,
        trials * chance * (1 - chance));
  }

  @Test
  void drawsWhatIsCertain() {
    SplittableRandom random = new SplittableRandom(3);

    assertThat(RandomCount.poisson(random, 0)).isZero();
    assertThat(RandomCount.binomial(random, 0, 0.5)).isZero();
    assertThat(RandomCount.binomial(random, 7, 0)).isZero();
    assertThat(RandomCount.binomial(random, 7, 1)).isEqualTo(7);
  }

  private static void checkMoments(long[] counts, double mean, double variance) {
    double average = LongStream.of(counts).average().orElseThrow();
    double spread =
        LongStream.of(counts).mapToDouble(count -> (count - mean) * (count - mean)).sum() / DRAWS;
    assertThat(average).isCloseTo(mean, within(5 * Math.sqrt(variance / DRAWS)));
    assertThat(spread / variance).isBetween(0.85, 1.15);
  }
}
