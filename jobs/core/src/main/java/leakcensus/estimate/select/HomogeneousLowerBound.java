package leakcensus.estimate.select;

import leakcensus.estimate.Confidence;
import leakcensus.estimate.PoissonInterval;

/**
 * The number of persons that must at least stand behind a dump from which records were drawn at
 * random, whatever the number of records per person.
 *
 * <pre>{@code
 * n      records of the sample        R    records of the dump
 * pairs  pairs of sample records that belong to one person
 * CV2    squared coefficient of variation of the records per person
 *
 * P = (1 + CV2) / (1/R + 2 pairs / (n (n - 1)))  >=  1 / (1/R + 2 pairs / (n (n - 1)))
 *
 * lower end: pairs replaced by the upper end of its Garwood interval; without pairs, at 97.5 %,
 *            1 / (1/R + 7.38 / (n (n - 1)))
 * }</pre>
 *
 * <p>Units: records and pairs in, persons out; R may be an estimate and need not be whole.
 *
 * <p>Errors: the lower end lies above the truth with at most (1 - confidence) / 2. The Poisson
 * interval is that of equal numbers of records; unequal ones spread the count of pairs further, but
 * raise its mean faster, so the end stays below the truth (simulated in the test). Missed links
 * lower pairs and make the bound too high; false links make it too low, which is safe. A sample
 * that is not random, or an R that is too large, make it wrong in an unknown direction. The exact
 * identity has (1 - 1/R) before the second term; leaving it out is safe. It is a bound, never a
 * point estimate.
 *
 * <p>Sources: the second moment of draws without replacement; F. Garwood (1936), Biometrika 28,
 * 437-442 (interval).
 *
 * @param persons the bound at the counted pairs, in persons
 * @param lowerPersons the bound at the upper end of the pairs, in persons
 * @param confidence two-sided nominal coverage; the lower end uses one half of the rest
 */
public record HomogeneousLowerBound(double persons, double lowerPersons, double confidence) {

  public HomogeneousLowerBound {
    Confidence.check(confidence);
    if (!(0 <= lowerPersons && lowerPersons <= persons)) {
      throw new IllegalArgumentException(
          "Invalid lower bound: %s above %s persons".formatted(lowerPersons, persons));
    }
  }

  /** The bound for a sample of records from a dump of known size. */
  public static HomogeneousLowerBound of(
      double pairs, long sampleRecords, double dumpRecords, double confidence) {
    if (!(dumpRecords >= sampleRecords)) {
      throw new IllegalArgumentException(
          "Invalid dump records: %s (the sample alone has %d)"
              .formatted(dumpRecords, sampleRecords));
    }
    if (sampleRecords < 2) {
      return new HomogeneousLowerBound(sampleRecords, sampleRecords, confidence);
    }

    double upperPairs = PoissonInterval.of(pairs, confidence).upper();
    return new HomogeneousLowerBound(
        bound(pairs, sampleRecords, dumpRecords),
        bound(upperPairs, sampleRecords, dumpRecords),
        confidence);
  }

  private static double bound(double pairs, double sampleRecords, double dumpRecords) {
    return 1 / (1 / dumpRecords + 2 * pairs / (sampleRecords * (sampleRecords - 1)));
  }
}
