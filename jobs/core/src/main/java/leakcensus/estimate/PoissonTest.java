package leakcensus.estimate;

import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The exact one-sided test whether a count is too large, or too small, for a Poisson mean.
 *
 * <pre>{@code
 * P(N >= c) = P(Gamma(c) <= mean)
 *           = Phi(sign(d) sqrt(2 c (d - ln(1 + d)))),  d = mean / c - 1,   above c = 1e10
 * critical  = smallest c with P(N >= c) <= level;   mean + z sqrt(mean)    above a mean of 1e15
 * too small = largest c with P(N <= c) <= level;    mean - z sqrt(mean)    above a mean of 1e15
 * }</pre>
 *
 * <p>Units: counts in, probabilities out. A count need not be whole.
 *
 * <p>Errors: the size is at most the level, and below it for small means, since counts are whole.
 * The leading term of Temme's expansion replaces the law where its series no longer converges; its
 * relative error there is of the order of 1 / sqrt(c).
 *
 * <p>Sources: the law of waiting times of the Poisson process; N. Temme (1979), SIAM J. Math. Anal.
 * 10, 757-766 (expansion).
 */
public final class PoissonTest {

  private static final double LARGE_COUNT = 1e10;
  private static final double LARGE_MEAN = 1e15;
  private static final NormalDistribution STANDARD_NORMAL = NormalDistribution.of(0, 1);

  private PoissonTest() {}

  /** Probability of this count or a larger one. */
  public static double atLeast(double count, double mean) {
    if (count <= 0) {
      return 1;
    }
    if (mean == 0) {
      return 0;
    }
    return count > LARGE_COUNT
        ? STANDARD_NORMAL.cumulativeProbability(signedRoot(count, mean))
        : GammaDistribution.of(count, 1).cumulativeProbability(mean);
  }

  /** Probability of this count or a smaller one. */
  public static double atMost(double count, double mean) {
    if (mean == 0) {
      return 1;
    }
    return count > LARGE_COUNT
        ? STANDARD_NORMAL.survivalProbability(signedRoot(count + 1, mean))
        : GammaDistribution.of(count + 1, 1).survivalProbability(mean);
  }

  /** The smallest count that is too large for the mean at this level. */
  public static double criticalCount(double mean, double level) {
    if (mean > LARGE_MEAN) {
      return mean + STANDARD_NORMAL.inverseSurvivalProbability(level) * Math.sqrt(mean);
    }
    long accepted = 0;
    long rejected = (long) (mean + 20 * Math.sqrt(mean) + 20 - 10 * Math.log10(level));
    while (rejected - accepted > 1) {
      long middle = accepted + (rejected - accepted) / 2;
      if (atLeast(middle, mean) <= level) {
        rejected = middle;
      } else {
        accepted = middle;
      }
    }
    return rejected;
  }

  /** The largest count that is too small for the mean at this level; empty if none is. */
  public static OptionalDouble largestTooSmall(double mean, double level) {
    if (mean > LARGE_MEAN) {
      return OptionalDouble.of(
          mean - STANDARD_NORMAL.inverseSurvivalProbability(level) * Math.sqrt(mean));
    }
    long tooSmall = -1;
    long accepted = (long) mean + 1;
    while (accepted - tooSmall > 1) {
      long middle = tooSmall + (accepted - tooSmall) / 2;
      if (atMost(middle, mean) <= level) {
        tooSmall = middle;
      } else {
        accepted = middle;
      }
    }
    return tooSmall < 0 ? OptionalDouble.empty() : OptionalDouble.of(tooSmall);
  }

  /** The mean under which this count or a larger one has this probability. */
  public static double meanOfAtLeast(double count, double ratio) {
    if (count <= 0) {
      return 0;
    }
    return count > LARGE_COUNT
        ? PoissonInterval.expanded(count, STANDARD_NORMAL.inverseCumulativeProbability(ratio))
        : GammaDistribution.of(count, 1).inverseCumulativeProbability(ratio);
  }

  /** The mean under which this count or a smaller one has this probability. */
  public static double meanOfAtMost(double count, double ratio) {
    return count > LARGE_COUNT
        ? PoissonInterval.expanded(count + 1, STANDARD_NORMAL.inverseSurvivalProbability(ratio))
        : GammaDistribution.of(count + 1, 1).inverseSurvivalProbability(ratio);
  }

  private static double signedRoot(double shape, double mean) {
    double distance = mean / shape - 1;
    return Math.copySign(Math.sqrt(2 * shape * (distance - Math.log1p(distance))), distance);
  }
}
