package leakcensus.estimate;

import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The exact interval of the mean behind a Poisson count, after Garwood.
 *
 * <pre>{@code
 * c count, a = 1 - confidence
 *
 * lower = quantile of Gamma(c) at a / 2            0 for c = 0
 * upper = quantile of Gamma(c + 1) at 1 - a / 2
 *
 * above 1e10:  quantile of Gamma(s) = s + z sqrt(s) + (z^2 - 1) / 3 + (z^3 - 7 z) / (36 sqrt(s))
 * }</pre>
 *
 * <p>Units: those of the count; a count need not be whole, so that a scaled count can be given.
 *
 * <p>Errors: each end misses with at most a / 2. Events that come in groups make it too narrow. The
 * expansion of Cornish and Fisher replaces the quantile where its iteration no longer converges; it
 * is exact to double precision there.
 *
 * <p>Sources: F. Garwood (1936), Biometrika 28, 437-442; E. Cornish and R. Fisher (1938), Revue de
 * l'Institut International de Statistique 5, 307-320.
 *
 * @param count what was counted
 * @param lower lower end for the mean
 * @param upper upper end for the mean
 */
public record PoissonInterval(double count, double lower, double upper) {

  private static final double LARGE_COUNT = 1e10;
  private static final NormalDistribution STANDARD_NORMAL = NormalDistribution.of(0, 1);

  public PoissonInterval {
    if (!(0 <= lower && lower <= count && count <= upper)) {
      throw new IllegalArgumentException(
          "Invalid count: %s not inside [%s, %s]".formatted(count, lower, upper));
    }
  }

  /** The interval of the mean behind a count. */
  public static PoissonInterval of(double count, double confidence) {
    Confidence.check(confidence);
    if (!(count >= 0 && count < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "Invalid count: %s (must be finite and >= 0)".formatted(count));
    }
    double tail = (1 - confidence) / 2;
    return new PoissonInterval(count, lower(count, tail), upper(count, tail));
  }

  private static double lower(double count, double tail) {
    if (count == 0) {
      return 0;
    }
    double quantile =
        count > LARGE_COUNT
            ? expanded(count, STANDARD_NORMAL.inverseCumulativeProbability(tail))
            : GammaDistribution.of(count, 1).inverseCumulativeProbability(tail);
    return Math.min(quantile, count);
  }

  private static double upper(double count, double tail) {
    double quantile =
        count > LARGE_COUNT
            ? expanded(count + 1, STANDARD_NORMAL.inverseSurvivalProbability(tail))
            : GammaDistribution.of(count + 1, 1).inverseSurvivalProbability(tail);
    return Math.max(quantile, count);
  }

  /** The quantile of the Gamma law of a large shape, for the normal quantile z. */
  static double expanded(double shape, double z) {
    double root = Math.sqrt(shape);
    return shape + z * root + (z * z - 1) / 3 + (z * z * z - 7 * z) / (36 * root);
  }
}
