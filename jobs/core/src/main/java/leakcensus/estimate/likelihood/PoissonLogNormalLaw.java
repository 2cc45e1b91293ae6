package leakcensus.estimate.likelihood;

import java.util.Arrays;
import org.apache.commons.numbers.gamma.LogGamma;

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
  private static final double POISSON_REACH = 9;
  private static final double LEAST_TERM = 1e-60;
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
    // Large k draw the mass of the integral upwards, by up to k s, and make it narrow.
    double highest = REACH + Math.min(most * logDeviation, 2 * REACH);
    double step = Math.min(step(), 1 / (logDeviation * Math.sqrt(most + 1.0)));
    for (double x = -REACH; x <= highest; x += step) {
      addPoisson(ratios, mean(meanRecords, x), step * density(x));
    }
    return Arrays.stream(ratios)
        .map(ratio -> Math.log(Math.max(ratio, Double.MIN_NORMAL)))
        .toArray();
  }

  /** Adds the weighted chances of a Poisson law where they are not next to nothing. */
  private static void addPoisson(double[] ratios, double mean, double weight) {
    double reach = POISSON_REACH * Math.sqrt(mean) + POISSON_REACH;
    if (mean - reach > ratios.length) {
      return;
    }
    int first = (int) Math.max(0, mean - reach);
    double term =
        weight
            * (first == 0
                ? Math.exp(-mean)
                : Math.exp(first * Math.log(mean) - mean - LogGamma.value(first + 1.0)));
    for (int k = first; k < ratios.length && (k <= mean || term > LEAST_TERM); k++) {
      ratios[k] += term;
      term *= mean / (k + 1);
    }
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
