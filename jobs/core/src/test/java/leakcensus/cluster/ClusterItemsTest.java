package leakcensus.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ClusterItemsTest {

  @Test
  void findsTheBestPartitionWhereTheEvidenceIsClear() {
    SplittableRandom random = new SplittableRandom(20260901);

    for (int trial = 0; trial < 400; trial++) {
      int[] truth = random.ints(1 + random.nextInt(7), 0, 3).toArray();
      PairWeights weights = evidence(random, truth, 3, 9);
      // One pair in doubt may point the wrong way.
      if (truth.length > 2) {
        weights.set(0, 1, random.nextDouble(-1, 1));
      }

      int[] found = ClusterItems.cluster(weights);

      assertThat(total(weights, found)).as("trial %d", trial).isEqualTo(best(weights));
    }
  }

  @Test
  void losesLittleWhereTheEvidenceIsAtOdds() {
    SplittableRandom random = new SplittableRandom(20260902);
    double found = 0;
    double best = 0;

    for (int trial = 0; trial < 400; trial++) {
      PairWeights weights = new PairWeights(7);
      for (int left = 0; left < 7; left++) {
        for (int right = left + 1; right < 7; right++) {
          weights.set(left, right, random.nextDouble(-8, 8));
        }
      }
      found += total(weights, ClusterItems.cluster(weights));
      best += best(weights);
    }

    assertThat(found).isBetween(0.95 * best, best);
  }

  @Test
  void neverJoinsTwoFamiliesByOneBadLinkHoweverStrong() {
    for (double bad : new double[] {1, 6, 9, 15, 17}) {
      PairWeights weights = new PairWeights(8);
      for (int left = 0; left < 8; left++) {
        for (int right = left + 1; right < 8; right++) {
          weights.set(left, right, left % 2 == right % 2 ? 6 : -9);
        }
      }
      weights.set(0, 1, bad);

      assertThat(ClusterItems.cluster(weights))
          .as("%s", bad)
          .containsExactly(0, 1, 0, 1, 0, 1, 0, 1);
    }
  }

  @Test
  void neverJoinsWhatCannotBeOnePersonHoweverManyStandBetween() {
    int items = 300;
    PairWeights weights = new PairWeights(items);
    for (int left = 0; left < items; left++) {
      for (int right = left + 1; right < items; right++) {
        weights.set(left, right, 25);
      }
    }
    weights.set(7, 200, PairWeights.CANNOT_LINK);

    int[] clusters = ClusterItems.cluster(weights);

    assertThat(clusters[7]).isNotEqualTo(clusters[200]);
    assertThat(Arrays.stream(clusters).distinct()).hasSize(2);
  }

  @Test
  void namesEachClusterByItsFirstItem() {
    PairWeights weights = new PairWeights(5);
    weights.set(4, 1, 3);
    weights.set(3, 2, 2);

    assertThat(ClusterItems.cluster(weights)).containsExactly(0, 1, 2, 2, 1);
    assertThat(ClusterItems.cluster(new PairWeights(1))).containsExactly(0);
    assertThat(ClusterItems.cluster(new PairWeights(0))).isEmpty();
  }

  @Test
  void findsTheSamePartitionInAnyOrderOfItems() {
    SplittableRandom random = new SplittableRandom(20260903);

    for (int trial = 0; trial < 300; trial++) {
      int items = 2 + random.nextInt(12);
      PairWeights weights = evidence(random, random.ints(items, 0, 4).toArray(), 1, 9);
      weights.set(0, 1, random.nextDouble(-1, 1));
      int[] order = shuffled(random, items);
      PairWeights reordered = new PairWeights(items);
      for (int left = 0; left < items; left++) {
        for (int right = left + 1; right < items; right++) {
          reordered.set(left, right, weights.at(order[left], order[right]));
        }
      }

      int[] clusters = ClusterItems.cluster(weights);
      int[] again = ClusterItems.cluster(reordered);

      for (int left = 0; left < items; left++) {
        for (int right = left + 1; right < items; right++) {
          assertThat(again[left] == again[right])
              .as("trial %d", trial)
              .isEqualTo(clusters[order[left]] == clusters[order[right]]);
        }
      }
    }
  }

  /** Positive inside the clusters of the truth and negative between them. */
  private static PairWeights evidence(
      SplittableRandom random, int[] truth, double least, double most) {
    PairWeights weights = new PairWeights(truth.length);
    for (int left = 0; left < truth.length; left++) {
      for (int right = left + 1; right < truth.length; right++) {
        double logOdds = random.nextDouble(least, most);
        weights.set(left, right, truth[left] == truth[right] ? logOdds : -logOdds);
      }
    }
    return weights;
  }

  private static int[] shuffled(SplittableRandom random, int items) {
    int[] order = new int[items];
    for (int item = 0; item < items; item++) {
      int place = random.nextInt(item + 1);
      order[item] = order[place];
      order[place] = item;
    }
    return order;
  }

  private static double total(PairWeights weights, int[] clusters) {
    double total = 0;
    for (int left = 0; left < clusters.length; left++) {
      for (int right = left + 1; right < clusters.length; right++) {
        total += clusters[left] == clusters[right] ? weights.at(left, right) : 0;
      }
    }
    return total;
  }

  /** The largest total over all partitions. */
  private static double best(PairWeights weights) {
    return best(weights, new int[weights.items()], 0, 0);
  }

  private static double best(PairWeights weights, int[] clusters, int item, int used) {
    if (item == clusters.length) {
      return total(weights, clusters);
    }
    double best = Double.NEGATIVE_INFINITY;
    for (int cluster = 0; cluster <= used; cluster++) {
      clusters[item] = cluster;
      best = Math.max(best, best(weights, clusters, item + 1, Math.max(used, cluster + 1)));
    }
    return best;
  }
}
