package leakcensus.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SamplePartitionsTest {

  private static final int DRAWS = 20_000;

  @ParameterizedTest(name = "log odds {0}")
  @ValueSource(doubles = {-3, -1, 0, 0.5, 2, 4})
  void joinsTwoItemsWithTheirProbability(double logOdds) {
    PairWeights weights = new PairWeights(2);
    weights.set(0, 1, logOdds);
    double probability = Math.exp(logOdds) / (1 + Math.exp(logOdds));

    SamplePartitions sampler = new SamplePartitions(weights, new int[] {0, 1}, 20260910);
    long joined = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      // The second item of a sweep is drawn anew whatever was before, so draws are independent.
      int[] clusters = sampler.next(1);
      joined += clusters[0] == clusters[1] ? 1 : 0;
    }

    double expected = DRAWS * probability;
    double deviation = (joined - expected) * (joined - expected);
    double chiSquared = deviation / expected + deviation / (DRAWS - expected);
    assertThat(ChiSquaredDistribution.of(1).survivalProbability(chiSquared)).isGreaterThan(0.001);
  }

  @Test
  void weighsAClusterByItsSizeAndTheMeanOfItsEvidence() {
    PairWeights weights = new PairWeights(4);
    for (int left = 0; left < 3; left++) {
      for (int right = left + 1; right < 3; right++) {
        weights.set(left, right, 60);
      }
      weights.set(left, 3, left - 2.5);
    }
    // The mean of -2.5, -1.5 and -0.5, three times over, against being alone.
    double odds = 3 * Math.exp(-1.5);

    SamplePartitions sampler = new SamplePartitions(weights, new int[] {0, 0, 0, 1}, 20260911);
    long joined = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      int[] clusters = sampler.next(1);
      joined += clusters[3] == clusters[0] ? 1 : 0;
    }

    double expected = DRAWS * odds / (1 + odds);
    double deviation = (joined - expected) * (joined - expected);
    double chiSquared = deviation / expected + deviation / (DRAWS - expected);
    assertThat(ChiSquaredDistribution.of(1).survivalProbability(chiSquared)).isGreaterThan(0.001);
  }

  @Test
  void drawsTheSameFromTheSameSeed() {
    PairWeights weights = new PairWeights(6);
    for (int left = 0; left < 6; left++) {
      for (int right = left + 1; right < 6; right++) {
        weights.set(left, right, (left + right) % 3 - 1);
      }
    }

    assertThat(draws(weights, 1)).isEqualTo(draws(weights, 1)).isNotEqualTo(draws(weights, 2));
  }

  @Test
  void neverJoinsWhatCannotBeOnePersonHoweverManyStandBetween() {
    int items = 120;
    PairWeights weights = new PairWeights(items);
    for (int left = 0; left < items; left++) {
      for (int right = left + 1; right < items; right++) {
        weights.set(left, right, 25);
      }
    }
    weights.set(0, 1, PairWeights.CANNOT_LINK);
    int[] start = new int[items];
    start[1] = 1;

    SamplePartitions sampler = new SamplePartitions(weights, start, 3);
    for (int draw = 0; draw < 200; draw++) {
      int[] clusters = sampler.next(1);
      assertThat(clusters[0]).isNotEqualTo(clusters[1]);
    }
  }

  @Test
  void keepsWhatTheEvidenceSettles() {
    PairWeights weights = new PairWeights(4);
    for (int left = 0; left < 4; left++) {
      for (int right = left + 1; right < 4; right++) {
        weights.set(left, right, left % 2 == right % 2 ? 700 : -700);
      }
    }

    SamplePartitions sampler = new SamplePartitions(weights, new int[] {0, 1, 2, 3}, 4);
    for (int draw = 0; draw < 200; draw++) {
      int[] clusters = sampler.next(2);
      assertThat(clusters[0]).isEqualTo(clusters[2]).isNotEqualTo(clusters[1]);
      assertThat(clusters[1]).isEqualTo(clusters[3]);
    }
  }

  private static List<List<Integer>> draws(PairWeights weights, long seed) {
    SamplePartitions sampler = new SamplePartitions(weights, new int[weights.items()], seed);
    List<List<Integer>> draws = new ArrayList<>();
    for (int draw = 0; draw < 50; draw++) {
      draws.add(Arrays.stream(sampler.next(2)).boxed().toList());
    }
    return draws;
  }
}
