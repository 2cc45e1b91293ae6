package leakcensus.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnfoldFragmentsTest {

  private static final int PERSONS = 30_000;

  @ParameterizedTest(name = "{0} mentions at most, {1} of the pairs held")
  @CsvSource({"2, 0.9", "2, 0.6", "4, 0.95", "4, 0.7", "8, 0.9", "8, 0.6", "20, 0.8"})
  void recoversThePersonsBehindFragments(int mostMentions, double heldPairRatio) {
    SortedMap<Long, Long> clusters = fragments(mostMentions, heldPairRatio);

    SortedMap<Long, Double> persons = UnfoldFragments.unfold(clusters, heldPairRatio);

    assertThat(clusters.values().stream().mapToLong(Long::longValue).sum())
        .isGreaterThan(PERSONS + PERSONS / 100);
    assertThat(UnfoldFragments.persons(persons)).isCloseTo(PERSONS, withinPercentage(2));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 0.6, 0.9, 0.99})
  void keepsTheNumberOfMentions(double heldPairRatio) {
    for (SortedMap<Long, Long> clusters :
        java.util.List.of(
            fragments(8, 0.7),
            new TreeMap<>(Map.of(1L, 10L, 2L, 900L, 5L, 40L)),
            new TreeMap<>(Map.of(3L, 7L)),
            // A cluster so large that no person of that size would stay whole.
            new TreeMap<>(Map.of(90_000L, 1L)))) {
      double mentions = 0;
      for (Map.Entry<Long, Double> size :
          UnfoldFragments.unfold(clusters, heldPairRatio).entrySet()) {
        mentions += size.getKey() * size.getValue();
      }

      assertThat(mentions).isCloseTo(mentions(clusters), within(1e-6 * mentions(clusters)));
    }
  }

  @Test
  void leavesClustersAsTheyAreWhereAllPairsAreHeld() {
    SortedMap<Long, Long> clusters = new TreeMap<>(Map.of(1L, 7L, 2L, 5L, 9L, 1L));

    assertThat(UnfoldFragments.unfold(clusters, 1)).isEqualTo(Map.of(1L, 7.0, 2L, 5.0, 9L, 1.0));
    assertThat(UnfoldFragments.persons(UnfoldFragments.unfold(clusters, 1))).isEqualTo(13);
  }

  @Test
  void unfoldsNothingToNobody() {
    assertThat(UnfoldFragments.unfold(new TreeMap<>(), 0.5)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.1, 1.1, Double.NaN})
  void refusesARatioThatIsNone(double heldPairRatio) {
    assertThatThrownBy(() -> UnfoldFragments.unfold(new TreeMap<>(), heldPairRatio))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid held pair ratio: %s (must be a ratio in (0, 1])", heldPairRatio);
  }

  /** Clusters of persons with 1 to so many mentions, of which each is lost by chance. */
  private static SortedMap<Long, Long> fragments(int mostMentions, double heldPairRatio) {
    SplittableRandom random = new SplittableRandom(20260930 + mostMentions);
    double lost = 1 - Math.sqrt(heldPairRatio);
    SortedMap<Long, Long> clusters = new TreeMap<>();
    for (int person = 0; person < PERSONS; person++) {
      int mentions = 1 + random.nextInt(mostMentions);
      int kept = 0;
      for (int mention = 0; mention < mentions; mention++) {
        if (mentions > 1 && random.nextDouble() < lost) {
          clusters.merge(1L, 1L, Long::sum);
        } else {
          kept++;
        }
      }
      if (kept > 0) {
        clusters.merge((long) kept, 1L, Long::sum);
      }
    }
    return clusters;
  }

  private static double mentions(SortedMap<Long, Long> clusters) {
    return clusters.entrySet().stream().mapToDouble(size -> size.getKey() * size.getValue()).sum();
  }
}
