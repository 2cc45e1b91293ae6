package leakcensus.estimate;

/** Says from the frequencies of a sample how many persons stand behind the dump. */
public interface FrequencyEstimator {

  /**
   * One row; where the sample does not identify the number, a row that says what is needed.
   *
   * @param sample what the sample shows
   * @param confidence nominal coverage of the interval, a ratio in (0, 1)
   * @throws IllegalArgumentException if the confidence is no such ratio
   */
  PersonEstimate estimate(DumpSample sample, double confidence);
}
