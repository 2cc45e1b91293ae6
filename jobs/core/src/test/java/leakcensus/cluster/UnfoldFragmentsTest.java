package leakcensus.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnfoldFragmentsTest {

  private static final SortedMap<Long, Long> PERSONS =
      new TreeMap<>(Map.of(1L, 4_000L, 2L, 3_000L, 3L, 2_000L, 5L, 800L, 9L, 200L));
  private static final long ALL = 10_000;

  @ParameterizedTest(name = "{0} of the pairs are held")
  @ValueSource(doubles = {0.95, 0.8, 0.6})
  void findsThePersonsBehindPlantedFragments(double heldPairRatio) {
    SortedMap<Long, Long> clusters = fragments(1 - Math.sqrt(heldPairRatio), 7);
    double before = clusters.values().stream().mapToLong(Long::longValue).sum();

    SortedMap<Long, Double> persons = UnfoldFragments.unfold(clusters, heldPairRatio);

    assertThat(before).isGreaterThan(1.02 * ALL);
    assertThat(UnfoldFragments.persons(persons)).isCloseTo(ALL, within(0.02 * ALL));
  }

  @Test
  void keepsTheNumberOfMentions() {
    SortedMap<Long, Long> clusters = fragments(0.1, 3);

    SortedMap<Long, Double> persons = UnfoldFragments.unfold(clusters, 0.81);

    double mentions = 0;
    for (Map.Entry<Long, Double> size : persons.entrySet()) {
      mentions += size.getKey() * size.getValue();
    }
    assertThat(mentions).isCloseTo(21_800, within(40.0));
  }

  @Test
  void leavesClustersAsTheyAreWhereEveryPairIsHeld() {
    SortedMap<Long, Double> persons = UnfoldFragments.unfold(PERSONS, 1);

    assertThat(persons).hasSameSizeAs(PERSONS);
    PERSONS.forEach((size, number) -> assertThat(persons.get(size)).isEqualTo((double) number));
  }

  @Test
  void refusesARatioThatIsNone() {
    assertThatThrownBy(() -> UnfoldFragments.unfold(PERSONS, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid held pair ratio: 0.0 (must be a ratio in (0, 1])");
  }

  /** Clusters left when each mention of a person with several is lost with a chance. */
  private static SortedMap<Long, Long> fragments(double lostRatio, long seed) {
    Random random = new Random(seed);
    SortedMap<Long, Long> clusters = new TreeMap<>();
    PERSONS.forEach(
        (mentions, persons) -> {
          for (long person = 0; person < persons; person++) {
            long kept = 0;
            for (long mention = 0; mention < mentions; mention++) {
              if (mentions > 1 && random.nextDouble() < lostRatio) {
                clusters.merge(1L, 1L, Long::sum);
              } else {
                kept++;
              }
            }
            if (kept > 0) {
              clusters.merge(kept, 1L, Long::sum);
            }
          }
        });
    return clusters;
  }
}
