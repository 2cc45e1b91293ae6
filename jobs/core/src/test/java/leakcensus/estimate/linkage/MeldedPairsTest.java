package leakcensus.estimate.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeldedPairsTest {

  private static final int DRAWS = 40_000;

  /** The counts, the decoys and the copies in turn are what is least known. */
  @ParameterizedTest
  @CsvSource({
    "60, 1, 5000, 100000000, 90, 100",
    "60, 15, 1, 10000000, 990, 1000",
    "5000, 1, 3, 1000000, 990, 1000",
    "5000, 1, 3, 1000000000, 12, 20",
    "5000, 3, 40, 100000000, 60, 100"
  })
  void agreesWithDrawsOfItsLaws(
      double observed, double dispersion, long joined, long decoys, long found, long planted) {
    LinkedPairs linking = new LinkedPairs.Singly(30_000, 0);
    ConfidenceLaw counts = ConfidenceLaw.upperOfCount(observed / dispersion, dispersion);
    MeldedPairs melded =
        new MeldedPairs(
            linking,
            counts,
            ConfidenceLaw.lowerOfCount(joined, 1.0 / decoys),
            ConfidenceLaw.lowerOfRatio(found, planted));
    UniformRandomProvider random = new SplittableRandom(73)::nextLong;
    ContinuousDistribution.Sampler seen =
        GammaDistribution.of(observed / dispersion + 1, dispersion).createSampler(random);
    ContinuousDistribution.Sampler falsely =
        GammaDistribution.of(joined, 1.0 / decoys).createSampler(random);
    ContinuousDistribution.Sampler linked =
        BetaDistribution.of(found, planted - found + 1.0).createSampler(random);
    double[] draws = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      double pairs = seen.sample() - falsely.sample() * 30_000 * 29_999.0 / 2;
      draws[draw] = pairs / linked.sample();
    }
    Arrays.sort(draws);

    for (double ratio : new double[] {0.5, 0.9, 0.975}) {
      double quantile = melded.quantile(ratio);
      double below =
          (double) Arrays.stream(draws).filter(pairs -> pairs <= quantile).count() / DRAWS;
      double deviation = Math.sqrt(ratio * (1 - ratio) / DRAWS);
      double none = melded.atMost(0);
      if (none < ratio) {
        assertThat(below).as("seed 73, %s", ratio).isCloseTo(ratio, within(4 * deviation));
      } else {
        assertThat(quantile).isZero();
      }
    }
  }
}
