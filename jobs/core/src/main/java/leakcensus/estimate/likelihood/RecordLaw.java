package leakcensus.estimate.likelihood;

/** A law of the number of records per person whose sampled numbers follow the same law. */
interface RecordLaw {

  /** The parameter beside the mean. */
  double shape();

  /** A mean below which nearly nobody has two records. */
  double smallestMeanRecords();

  /** The largest mean that the law can have; infinity where there is no limit. */
  double largestMeanRecords();

  /**
   * Chances of 0, 1, ..., most records, as natural logarithms; minus infinity where there is none.
   *
   * @param meanRecords mean number of records, above 0
   * @param most largest number of records
   */
  double[] logRatios(double meanRecords, int most);

  /** Chance of at least one record, a ratio; precise where it is small. */
  double someRatio(double meanRecords);
}
