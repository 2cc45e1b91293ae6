package leakcensus.simulate;

import java.util.Map;
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
 * @param pooled persons by their number of records in all samples together
 */
record FlatSample(
    long flatRecords,
    long otherRecords,
    double pairs,
    CaptureHistories histories,
    FrequencyOfFrequencies pooled) {

  /** What the index shows: all couples of flat sources, or the flat one with the other. */
  IndexMatches matches() {
    Map<Integer, Long> persons = histories.persons();
    int sources = histories.lists().size();
    double comparedPairs = 0;
    double others = 0;
    double matches = 0;
    for (int first = 0; first < sources; first++) {
      for (int second = first + 1; second < sources; second++) {
        comparedPairs += (double) on(persons, 1 << first) * on(persons, 1 << second);
        others += on(persons, 1 << second);
        matches += on(persons, 1 << first | 1 << second);
      }
    }
    return new IndexMatches(
        comparedPairs,
        others,
        matches,
        matches,
        matches,
        dispersionRatio(persons),
        histories.observedPersons());
  }

  private static long on(Map<Integer, Long> persons, int lists) {
    return persons.entrySet().stream()
        .filter(entry -> (entry.getKey() & lists) == lists)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private static double dispersionRatio(Map<Integer, Long> persons) {
    double sum = 0;
    double squares = 0;
    for (Map.Entry<Integer, Long> entry : persons.entrySet()) {
      int sources = Integer.bitCount(entry.getKey());
      double couples = sources * (sources - 1) / 2.0;
      sum += couples * entry.getValue();
      squares += couples * couples * entry.getValue();
    }
    return sum == 0 ? 1 : squares / sum;
  }

  static FrequencyOfFrequencies frequencies(Map<Long, Long> personsByRecords) {
    Map<Long, Long> counts = new TreeMap<>(personsByRecords);
    counts.values().removeIf(count -> count == 0);
    return counts.isEmpty() ? FrequencyOfFrequencies.empty() : FrequencyOfFrequencies.of(counts);
  }
}
