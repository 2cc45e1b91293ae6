package leakcensus.estimate.gate;

/**
 * Chance of a distance between an empirical distribution and the one it was drawn from.
 *
 * <pre>{@code
 * n numbers, D largest distance        x = (sqrt(n) + 0.12 + 0.11 / sqrt(n)) D
 * p = 2 sum over k >= 1 of (-1)^(k - 1) exp(-2 k^2 x^2)
 * }</pre>
 *
 * <p>Errors: for ten numbers or more within a fortieth of the exact chance, or within 0.003.
 *
 * <p>Sources: A. Kolmogorov (1933), Giorn. Ist. Ital. Attuari 4, 83-91; M. Stephens (1970), J. Roy.
 * Statist. Soc. B 32, 115-122 (small n).
 */
final class KolmogorovPValue {

  private static final int MOST_TERMS = 100;
  private static final double CERTAIN = 0.3;

  private KolmogorovPValue() {}

  /** The chance of at least this distance; a ratio. */
  static double of(double numbers, double distance) {
    double root = Math.sqrt(numbers);
    double scaled = (root + 0.12 + 0.11 / root) * distance;
    if (scaled < CERTAIN) {
      return 1;
    }
    double sum = 0;
    for (int term = 1; term <= MOST_TERMS; term++) {
      double part = Math.exp(-2.0 * term * term * scaled * scaled);
      sum += term % 2 == 1 ? part : -part;
    }
    return Math.max(0, Math.min(1, 2 * sum));
  }
}
