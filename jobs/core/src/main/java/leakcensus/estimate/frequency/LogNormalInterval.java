package leakcensus.estimate.frequency;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * An interval for persons of whom some were seen, log-normal in those who were not.
 *
 * <pre>{@code
 * S  persons seen     T  persons not seen, estimated with variance var
 *
 * interval = [S + T / K, S + T K],  K = exp(z sqrt(ln(1 + var / T^2)))
 * }</pre>
 *
 * <p>Source: A. Chao (1987), Biometrics 43, 783-791.
 *
 * @param lowerPersons lower end, in persons
 * @param upperPersons upper end, in persons
 */
record LogNormalInterval(double lowerPersons, double upperPersons) {

  private static final NormalDistribution STANDARD_NORMAL = NormalDistribution.of(0, 1);

  static LogNormalInterval of(double seen, double unseen, double variance, double confidence) {
    if (unseen <= 0) {
      return new LogNormalInterval(seen, seen);
    }
    double z = STANDARD_NORMAL.inverseSurvivalProbability((1 - confidence) / 2);
    double spread = Math.exp(z * Math.sqrt(Math.log1p(variance / (unseen * unseen))));
    return new LogNormalInterval(seen + unseen / spread, seen + unseen * spread);
  }
}
