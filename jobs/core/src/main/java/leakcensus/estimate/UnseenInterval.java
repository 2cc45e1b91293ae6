package leakcensus.estimate;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The interval of a number of persons, log-normal in the persons who were not seen.
 *
 * <pre>{@code
 * M persons seen, N estimate, T = N - M
 *
 * [M + T / K, M + T K],  K = exp(z sqrt(ln(1 + var / T^2)))
 * }</pre>
 *
 * <p>Units: persons.
 *
 * <p>Errors: never falls below M; where T is 0 it closes on M and says nothing about the unseen.
 *
 * <p>Sources: A. Chao (1987), Biometrics 43, 783-791.
 *
 * @param lowerPersons lower end, in persons
 * @param upperPersons upper end, in persons
 */
public record UnseenInterval(double lowerPersons, double upperPersons) {

  private static final NormalDistribution STANDARD_NORMAL = NormalDistribution.of(0, 1);

  /**
   * The interval.
   *
   * @param seen persons seen
   * @param unseen persons not seen, estimated
   * @param variance variance of that number
   * @param confidence nominal coverage, a ratio in (0, 1)
   */
  public static UnseenInterval of(double seen, double unseen, double variance, double confidence) {
    if (!(unseen > 0)) {
      return new UnseenInterval(seen, seen);
    }
    double z = STANDARD_NORMAL.inverseSurvivalProbability((1 - confidence) / 2);
    double spread = Math.exp(z * Math.sqrt(Math.log1p(variance / (unseen * unseen))));
    return new UnseenInterval(
        seen + unseen / spread, Math.min(seen + unseen * spread, Double.MAX_VALUE));
  }
}
