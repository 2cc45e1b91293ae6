package leakcensus.estimate;

/** Estimates from the frequencies of a sample alone how many persons stand behind it. */
public interface UniquePersonsEstimator {

  /** The number of persons, with an interval of this nominal coverage. */
  UniquePersonsEstimate estimate(FrequencyOfFrequencies frequencies, double confidence);
}
