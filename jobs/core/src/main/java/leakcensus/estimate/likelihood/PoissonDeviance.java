package leakcensus.estimate.likelihood;

/**
 * The distance between what was seen and what was to be expected.
 *
 * <pre>{@code
 * deviance = 2 sum over k >= 1 of (f_k ln(f_k / E_k) - f_k + E_k)
 * }</pre>
 *
 * <p>Source: P. McCullagh, J. Nelder (1989), Generalized Linear Models, 2.3.
 */
final class PoissonDeviance {

  private PoissonDeviance() {}

  /**
   * The deviance.
   *
   * @param seen persons seen 0 (ignored), 1, ... times
   * @param logRatios logarithms of the chances to be seen so often
   * @param persons persons, seen or not
   * @param seenAtAll persons to be expected in all numbers of times from one on
   */
  static double of(double[] seen, double[] logRatios, double persons, double seenAtAll) {
    double logPersons = Math.log(persons);
    double deviance = 0;
    double expectedKept = 0;
    for (int k = 1; k < seen.length; k++) {
      double expected = Math.exp(logPersons + logRatios[k]);
      expectedKept += expected;
      deviance +=
          seen[k] > 0
              ? 2 * (seen[k] * (Math.log(seen[k]) - logPersons - logRatios[k]) - seen[k] + expected)
              : 2 * expected;
    }
    return Math.max(0, deviance + 2 * Math.max(0, seenAtAll - expectedKept));
  }
}
