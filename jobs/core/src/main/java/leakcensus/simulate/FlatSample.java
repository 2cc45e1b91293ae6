package leakcensus.simulate;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import leakcensus.estimate.FrequencyOfFrequencies;
import leakcensus.estimate.capture.CaptureHistories;
import leakcensus.estimate.capture.IndexMatches;

/**
 * Samples of several sources, the first of them with one row per person.
 *
 * @param flatRecords records that were drawn from the first source
 * @param otherRecords records that were drawn from the second
 * @param pairs pairs of records of one person, one in each of these two
 * @param histories persons by the sources whose samples hold them
 * @param indexes names of the sources with one row per person
 * @param pooled persons by their number of records in all samples together
 */
record FlatSample(
    long flatRecords,
    long otherRecords,
    double pairs,
    CaptureHistories histories,
    Set<String> indexes,
    FrequencyOfFrequencies pooled) {

  /** What the indexes show. */
  IndexMatches matches() {
    return IndexMatches.of(histories, indexes);
  }

  static FrequencyOfFrequencies frequencies(Map<Long, Long> personsByRecords) {
    Map<Long, Long> counts = new TreeMap<>(personsByRecords);
    counts.values().removeIf(count -> count == 0);
    return counts.isEmpty() ? FrequencyOfFrequencies.empty() : FrequencyOfFrequencies.of(counts);
  }
}
