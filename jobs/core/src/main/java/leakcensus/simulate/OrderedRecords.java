package leakcensus.simulate;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import leakcensus.estimate.FrequencyOfFrequencies;

/**
 * A sample with the positions of its records.
 *
 * @param persons persons by their number of records
 * @param gapRatios distance of the two records of those seen twice over the records, ratios
 */
record OrderedRecords(FrequencyOfFrequencies persons, double[] gapRatios) {

  /**
   * Counts a sample.
   *
   * @param person number of the person at each position, from 0
   * @param persons how many numbers there are
   */
  static OrderedRecords of(int[] person, int persons) {
    int[] times = new int[persons];
    int[] reach = new int[persons];
    for (int position = 0; position < person.length; position++) {
      int who = person[position];
      times[who]++;
      // After two records: the distance of the second from the first.
      reach[who] = times[who] == 1 ? position : position - reach[who];
    }
    Map<Long, Long> counts = new TreeMap<>();
    for (int count : times) {
      if (count > 0) {
        counts.merge((long) count, 1L, Long::sum);
      }
    }
    return new OrderedRecords(
        counts.isEmpty() ? FrequencyOfFrequencies.empty() : FrequencyOfFrequencies.of(counts),
        IntStream.range(0, persons)
            .filter(who -> times[who] == 2)
            .mapToDouble(who -> (double) reach[who] / person.length)
            .toArray());
  }
}
