package leakcensus.estimate.likelihood;

import java.util.Arrays;

/**
 * Poisson numbers of records whose mean is log-normal over persons.
 *
 * <pre>{@code
 * m  mean     s  standard deviation of the logarithm     x ~ Normal(0, 1)
 *
 * p_k = E[exp(-l) l^k / k!],   l = m exp(s x - s^2 / 2)
 * }</pre>
 *
 * <p>The integral is a sum over equal steps, which for a smooth function that ends at both sides is
 * as precise as its step is fine against the strip where the function is analytic: pi / (2 s) to
 * both sides of the line.
 *
 * <p>Sources: M. Bulmer (1974), Biometrics 30, 101-110 (law); L. Trefethen, J. Weideman (2014),
 * SIAM Review 56, 385-458 (sums over equal steps).
 *
 * @param logDeviation standard deviation of the logarithm of the mean, above 0
 */
record PoissonLogNormalLaw(double logDeviation) implements RecordLaw {

  private static final double SMALLEST_MEAN = 1e-6;
  private static final double REACH = 8.5;
  private static final double WIDEST_STEP = 0.2;
  private static final double STEP_TIMES_DEVIATION = 0.28;

  PoissonLogNormalLaw {
    if (!(logDeviation > 0 && logDeviation < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "Invalid deviation: %s (must be finite and above 0)".formatted(logDeviation));
    }
  }

  @Override
  public double shape() {
    return logDeviation;
  }

  @Override
  public double smallestMeanRecords() {
    return SMALLEST_MEAN * Math.exp(-logDeviation * logDeviation);
  }

  @Override
  public double largestMeanRecords() {
    return Double.POSITIVE_INFINITY;
  }

  @Override
  public double[] logRatios(double meanRecords, int most) {
    double[] ratios = new double[most + 1];
    // Large k draw the mass of the integral upwards, by up to k s.
    double highest = REACH + Math.min(most * logDeviation, 2 * REACH);
    double step = step();
    for (double x = -REACH; x <= highest; x += step) {
      double mean = mean(meanRecords, x);
      double term = step * density(x) * Math.exp(-mean);
      for (int k = 0; k <= most && term > 0; k++) {
        ratios[k] += term;
        term *= mean / (k + 1);
      }
    }
    return Arrays.stream(ratios)
        .map(ratio -> Math.log(Math.max(ratio, Double.MIN_NORMAL)))
        .toArray();
  }

  @Override
  public double someRatio(double meanRecords) {
    double step = step();
    double some = 0;
    for (double x = -REACH; x <= 2 * REACH; x += step) {
      some -= step * density(x) * Math.expm1(-mean(meanRecords, x));
    }
    return Math.min(1, some);
  }

  private double step() {
    return Math.min(WIDEST_STEP, STEP_TIMES_DEVIATION / logDeviation);
  }

  private double mean(double meanRecords, double x) {
    return meanRecords * Math.exp(logDeviation * x - logDeviation * logDeviation / 2);
  }

  private static double density(double x) {
    return Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
  }
}
