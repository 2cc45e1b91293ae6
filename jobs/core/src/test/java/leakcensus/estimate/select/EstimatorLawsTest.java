package leakcensus.estimate.select;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import leakcensus.estimate.DumpSample;
import leakcensus.estimate.FrequencyOfFrequencies;
import leakcensus.estimate.PersonEstimate;
import leakcensus.estimate.RandomDump;
import leakcensus.estimate.SampleDesign;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Laws that hold for every method, whatever its formula. */
class EstimatorLawsTest {

  private static final int DRAWS = 7;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void saysTheSameOfATableThatWasSplitAndAddedAgain(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    RandomDump dump = dump(seed);
    FrequencyOfFrequencies whole = dump.drawFrequencies(4_000);
    TreeMap<Long, Long> part = new TreeMap<>();
    TreeMap<Long, Long> rest = new TreeMap<>();
    whole
        .asMap()
        .forEach(
            (times, persons) -> {
              long taken = random.nextLong(persons + 1);
              put(part, times, taken);
              put(rest, times, persons - taken);
            });

    FrequencyOfFrequencies added =
        FrequencyOfFrequencies.of(part).plus(FrequencyOfFrequencies.of(rest));

    assertThat(added).isEqualTo(whole);
    assertThat(rows(added, dump.records())).isEqualTo(rows(whole, dump.records()));
  }

  @Test
  void isLessCertainOfASmallerSampleInTheMedian() {
    RandomDump dump = dump(5);
    Map<String, Double> large = medianWidths(dump, 16_000);
    Map<String, Double> small = medianWidths(dump, 4_000);

    assertThat(large.keySet())
        .contains("lp_set", "thinned_katz", "thinned_pln", "chao1", "birthday", "zt_poisson");
    large.forEach(
        (method, width) -> {
          if (small.containsKey(method)) {
            assertThat(small.get(method)).as(method).isGreaterThan(width);
          }
        });
  }

  private static Map<String, Double> medianWidths(RandomDump dump, int records) {
    List<PersonEstimate> rows = new ArrayList<>();
    for (int draw = 0; draw < DRAWS; draw++) {
      rows.addAll(rows(dump.drawFrequencies(records), dump.records()));
    }
    return rows.stream()
        .filter(row -> row.upperPersons().isPresent() && !row.method().equals("gee"))
        .collect(Collectors.groupingBy(PersonEstimate::method))
        .entrySet()
        .stream()
        .filter(entry -> entry.getValue().size() == DRAWS)
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> medianWidth(entry.getValue())));
  }

  private static double medianWidth(List<PersonEstimate> rows) {
    return rows.stream()
        .mapToDouble(row -> row.upperPersons().orElseThrow() / row.lowerPersons().orElseThrow())
        .sorted()
        .skip(DRAWS / 2)
        .findFirst()
        .orElseThrow();
  }

  private static List<PersonEstimate> rows(FrequencyOfFrequencies persons, long dumpRecords) {
    OptionalLong records = OptionalLong.of(dumpRecords);
    return AllMethods.of(
        new DumpSample(persons, records), new SampleDesign.RandomRecords(records), 0.95);
  }

  private static RandomDump dump(long seed) {
    return RandomDump.of(20_000, seed, random -> 1 + (int) (-2.5 * Math.log(random.nextDouble())));
  }

  private static void put(TreeMap<Long, Long> table, long times, long persons) {
    if (persons > 0) {
      table.put(times, persons);
    }
  }
}
