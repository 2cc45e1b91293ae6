package leakcensus.estimate.likelihood;

import java.util.Arrays;
import java.util.Map;
import leakcensus.estimate.FrequencyOfFrequencies;

/**
 * The persons that a law is fitted to; those seen very often are set aside, since a law that fits
 * the many need not fit the few.
 *
 * @param seen persons seen 0 (none), 1, 2, ... times
 * @param persons persons kept
 * @param records their records in the sample
 * @param setAsidePersons persons set aside, to be added back
 */
record KeptFrequencies(double[] seen, double persons, double records, double setAsidePersons) {

  /** What is needed where nobody is kept. */
  static final String NEEDED = "Persons who were seen seldom: all were seen very often.";

  private static final int LEAST_TIMES = 12;
  private static final int MOST_TIMES = 200;
  private static final double SET_ASIDE_RATIO = 0.001;

  /** Keeps all but the most often seen thousandth, and all that were seen up to 12 times. */
  static KeptFrequencies mostPersons(FrequencyOfFrequencies frequencies) {
    double left = frequencies.observedPersons();
    double allowed = SET_ASIDE_RATIO * left;
    for (Map.Entry<Long, Long> frequency : frequencies.asMap().entrySet()) {
      left -= frequency.getValue();
      if (left <= allowed || frequency.getKey() >= MOST_TIMES) {
        return upTo(
            frequencies, (int) Math.min(MOST_TIMES, Math.max(LEAST_TIMES, frequency.getKey())));
      }
    }
    return upTo(frequencies, LEAST_TIMES);
  }

  /** Keeps the persons seen no more often than this. */
  static KeptFrequencies upTo(FrequencyOfFrequencies frequencies, int mostTimes) {
    int most = (int) Math.min(mostTimes, Math.max(1, frequencies.mostRecords()));
    double[] seen = new double[most + 1];
    double setAside = 0;
    double records = 0;
    for (Map.Entry<Long, Long> frequency : frequencies.asMap().entrySet()) {
      double persons = frequency.getValue();
      if (frequency.getKey() <= most) {
        seen[frequency.getKey().intValue()] = persons;
        records += persons * frequency.getKey();
      } else {
        setAside += persons;
      }
    }
    return new KeptFrequencies(seen, Arrays.stream(seen).sum(), records, setAside);
  }
}
