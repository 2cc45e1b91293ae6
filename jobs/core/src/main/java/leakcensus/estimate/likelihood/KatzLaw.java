package leakcensus.estimate.likelihood;

import java.util.Arrays;

/**
 * Katz's family: binomial, Poisson and negative binomial as one.
 *
 * <pre>{@code
 * m  mean     t  dispersion: variance = m (1 + t m)
 *
 * ln p_k = -ln(1 + t m) / t + k ln(m / (1 + t m)) - ln k! + sum over i < k of ln(1 + i t)
 * t = -1/N: Binomial(N, m / N)     t -> 0: Poisson(m)     t > 0: negative binomial of size 1/t
 * }</pre>
 *
 * <p>Source: L. Katz (1965), Unified treatment of a broad class of discrete probability
 * distributions, in G. Patil, Classical and Contagious Discrete Distributions, 175-182.
 *
 * @param dispersion no less than -1; below 0 the inverse of a whole number
 */
record KatzLaw(double dispersion) implements RecordLaw {

  private static final double SMALLEST_MEAN = 1e-6;

  KatzLaw {
    if (!(dispersion >= -1 && dispersion < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "Invalid dispersion: %s (must be finite and >= -1)".formatted(dispersion));
    }
  }

  @Override
  public double shape() {
    return dispersion;
  }

  @Override
  public double smallestMeanRecords() {
    return SMALLEST_MEAN / (1 + Math.max(0, dispersion));
  }

  @Override
  public double largestMeanRecords() {
    return dispersion < 0 ? -1 / dispersion : Double.POSITIVE_INFINITY;
  }

  @Override
  public double[] logRatios(double meanRecords, int most) {
    double[] logs = new double[most + 1];
    double step = Math.log(meanRecords) - logFactor(meanRecords);
    logs[0] = logZero(meanRecords);
    for (int k = 1; k <= most; k++) {
      double factor = 1 + (k - 1) * dispersion;
      // Rounding may leave the 1 + N (-1/N) of a binomial just above 0.
      if (factor < -dispersion / 2) {
        Arrays.fill(logs, k, most + 1, Double.NEGATIVE_INFINITY);
        break;
      }
      logs[k] = logs[k - 1] + step + Math.log(factor / k);
    }
    return logs;
  }

  @Override
  public double someRatio(double meanRecords) {
    return -Math.expm1(logZero(meanRecords));
  }

  private double logZero(double meanRecords) {
    return dispersion == 0 ? -meanRecords : -logFactor(meanRecords) / dispersion;
  }

  /** Rounding may put the mean of a binomial just above its number of records. */
  private double logFactor(double meanRecords) {
    return Math.log1p(Math.max(-1, dispersion * meanRecords));
  }
}
