package leakcensus.estimate.program;

import org.apache.commons.numbers.gamma.RegularizedBeta;

/**
 * How often a person with some records in the dump is seen in a sample of it.
 *
 * <pre>{@code
 * j  records of the person     q = n / R, the sampled part of the dump
 *
 * P(seen at least k times) = I_q(k, j - k + 1)
 * }</pre>
 *
 * <p>Units: records in, ratios out. Errors: binomial; drawn without replacement the number of times
 * is hypergeometric, which differs by the order of j / R.
 *
 * <p>Source: M. Abramowitz, I. Stegun (1964), Handbook of Mathematical Functions, 26.5.24.
 */
final class Thinning {

  private final double sampledRatio;

  Thinning(double sampledRatio) {
    if (!(sampledRatio > 0 && sampledRatio <= 1)) {
      throw new IllegalArgumentException(
          "Invalid sampled ratio: %s (must be in (0, 1])".formatted(sampledRatio));
    }
    this.sampledRatio = sampledRatio;
  }

  /** Chance to be seen no fewer than the fewest and no more than the most times, a ratio. */
  double ratio(double records, long fewestTimes, long mostTimes) {
    if (records < fewestTimes) {
      return 0;
    }
    if (sampledRatio == 1) {
      return records <= mostTimes ? 1 : 0;
    }
    if (mostTimes == Long.MAX_VALUE || records <= mostTimes) {
      return atLeast(records, fewestTimes);
    }
    // Both are near 1 for a person with many records, and their difference would be noise.
    return records * sampledRatio > mostTimes
        ? fewerThan(records, mostTimes + 1.0) - fewerThan(records, fewestTimes)
        : atLeast(records, fewestTimes) - atLeast(records, mostTimes + 1.0);
  }

  private double atLeast(double records, double times) {
    return RegularizedBeta.value(sampledRatio, times, records - times + 1);
  }

  private double fewerThan(double records, double times) {
    return RegularizedBeta.complement(sampledRatio, times, records - times + 1);
  }
}
