package leakcensus.estimate.frequency;

import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import leakcensus.estimate.DumpSample;

/**
 * Parts that the estimators of Haas and Stokes share.
 *
 * <pre>{@code
 * q  = n / R       duj1 = d / (1 - (1 - q) f1 / n)
 * g2 = max(0, duj1 / n^2 sum k (k - 1) f_k + duj1 / R - 1)
 * }</pre>
 *
 * @param seen persons of the sample
 * @param once persons seen once
 * @param records records of the sample
 * @param sampledRatio q
 * @param duj1 the unsmoothed jackknife of first order
 * @param unevenness g2, the squared coefficient of variation of the records per person
 */
record HaasStokes(
    double seen, double once, double records, double sampledRatio, double duj1, double unevenness) {

  static HaasStokes of(DumpSample sample) {
    double records = sample.persons().records();
    double ratio = sample.sampledRatio();
    double once = sample.persons().personsSeen(1);
    double seen = sample.persons().observedPersons();
    double duj1 = seen / (1 - (1 - ratio) * once / records);
    double pairs = 2 * sample.persons().pairs();
    double unevenness =
        Math.max(
            0, duj1 / records * (pairs / records) + duj1 / sample.dumpRecords().orElseThrow() - 1);
    return new HaasStokes(seen, once, records, ratio, duj1, unevenness);
  }

  /** The unsmoothed jackknife of second order. */
  double duj2() {
    double unseenRatio = 1 - sampledRatio;
    double correction =
        sampledRatio == 1
            ? 0
            : once * unseenRatio * Math.log1p(-sampledRatio) * unevenness / sampledRatio;
    return (seen - correction) / (1 - once * unseenRatio / records);
  }

  /** The sum of a weight over the persons, by their number of times. */
  static double sum(DumpSample sample, DoubleUnaryOperator weight) {
    double sum = 0;
    for (Map.Entry<Long, Long> frequency : sample.persons().asMap().entrySet()) {
      sum += frequency.getValue() * weight.applyAsDouble(frequency.getKey());
    }
    return sum;
  }
}
