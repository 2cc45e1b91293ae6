package leakcensus.estimate.linkage;

import java.util.Optional;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * A confidence distribution: its quantiles are the ends of exact intervals, at any confidence.
 *
 * <pre>{@code
 * count c, in groups of D      lower ends  D Gamma(c / D)         upper ends  D Gamma(c / D + 1)
 * k of n                       lower ends  Beta(k, n - k + 1)     upper ends  Beta(k + 1, n - k)
 * }</pre>
 *
 * <p>Where a shape is 0 the law is a point: 0 below, and the ratio 1 above. Above a shape of 1e8 a
 * normal law of the same mean and variance stands in; its quantiles are off by less than a
 * ten-thousandth of a deviation.
 *
 * <p>Sources: F. Garwood (1936), Biometrika 28, 437-442; C. Clopper and E. Pearson (1934),
 * Biometrika 26, 404-413; as distributions M. Fay, M. Proschan, E. Brittain (2015), Biometrics 71,
 * 146-156.
 */
final class ConfidenceLaw {

  private static final double LARGE_SHAPE = 1e8;

  private final Optional<ContinuousDistribution> law;
  private final double scale;
  private final double point;

  private ConfidenceLaw(Optional<ContinuousDistribution> law, double scale, double point) {
    this.law = law;
    this.scale = scale;
    this.point = point;
  }

  static ConfidenceLaw lowerOfCount(double count, double scale) {
    return count == 0 ? point(0) : gamma(count, scale);
  }

  static ConfidenceLaw upperOfCount(double count, double scale) {
    return gamma(count + 1, scale);
  }

  static ConfidenceLaw lowerOfRatio(long successes, long trials) {
    return successes == 0 ? point(0) : beta(successes, trials - successes + 1.0);
  }

  static ConfidenceLaw upperOfRatio(long successes, long trials) {
    return successes == trials ? point(1) : beta(successes + 1.0, (double) trials - successes);
  }

  /** Whether all of it is one value. */
  boolean isPoint() {
    return law.isEmpty();
  }

  /** The mean, and so many standard deviations. */
  double above(int deviations) {
    return law.map(
            spread -> (spread.getMean() + deviations * Math.sqrt(spread.getVariance())) * scale)
        .orElse(point);
  }

  double quantile(double ratio) {
    return law.map(spread -> spread.inverseCumulativeProbability(ratio) * scale).orElse(point);
  }

  /** Chance of at most this value; not for a point. */
  double atMost(double value) {
    return law.orElseThrow().cumulativeProbability(value / scale);
  }

  /** Chance of at least this value; not for a point. */
  double atLeast(double value) {
    return law.orElseThrow().survivalProbability(value / scale);
  }

  private static ConfidenceLaw point(double value) {
    return new ConfidenceLaw(Optional.empty(), 1, value);
  }

  private static ConfidenceLaw gamma(double shape, double scale) {
    return new ConfidenceLaw(
        Optional.of(
            shape > LARGE_SHAPE
                ? NormalDistribution.of(shape, Math.sqrt(shape))
                : GammaDistribution.of(shape, 1)),
        scale,
        0);
  }

  private static ConfidenceLaw beta(double alpha, double beta) {
    double all = alpha + beta;
    return new ConfidenceLaw(
        Optional.of(
            Math.min(alpha, beta) > LARGE_SHAPE
                ? NormalDistribution.of(
                    alpha / all, Math.sqrt(alpha / all * (beta / all) / (all + 1)))
                : BetaDistribution.of(alpha, beta)),
        1,
        0);
  }
}
