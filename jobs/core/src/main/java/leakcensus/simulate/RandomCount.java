package leakcensus.simulate;

import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;

/**
 * Draws counts by inversion; above a million, where a count is normal to all digits that matter, by
 * that.
 */
final class RandomCount {

  private static final double NORMAL_FROM = 1e6;

  private RandomCount() {}

  static long poisson(SplittableRandom random, double mean) {
    if (mean == 0) {
      return 0;
    }
    if (mean > NORMAL_FROM) {
      return Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
    }
    return PoissonDistribution.of(mean).inverseCumulativeProbability(random.nextDouble());
  }

  static long binomial(SplittableRandom random, long trials, double chance) {
    if (trials == 0 || chance <= 0) {
      return 0;
    }
    if (chance >= 1) {
      return trials;
    }
    double mean = trials * chance;
    if (Math.min(mean, trials - mean) > NORMAL_FROM || trials > Integer.MAX_VALUE) {
      double drawn = mean + Math.sqrt(mean * (1 - chance)) * random.nextGaussian();
      return Math.max(0, Math.min(trials, Math.round(drawn)));
    }
    return BinomialDistribution.of((int) trials, chance)
        .inverseCumulativeProbability(random.nextDouble());
  }
}
