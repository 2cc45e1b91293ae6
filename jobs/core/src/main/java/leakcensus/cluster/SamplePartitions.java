package leakcensus.cluster;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Draws whole partitions of a component into persons, by Gibbs sampling: each item in turn leaves
 * its cluster and joins one of all clusters, or stays alone, by the evidence.
 *
 * <pre>{@code
 * P(item joins cluster c) ~ |c| exp(mean evidence between the item and the items of c)
 * P(item stays alone)     ~ 1
 * }</pre>
 *
 * <p>The mean and not the sum, since ten records of one person say little more than two do: what
 * they share they share all.
 *
 * <p>Source: own; the sampler as S. Geman, D. Geman (1984), IEEE Trans. Pattern Anal. Mach. Intell.
 * 6, 721-741.
 */
public final class SamplePartitions {

  private final PairWeights weights;
  private final SplittableRandom random;
  private final int[] clusters;
  private final int[] sizes;
  private final double[] evidence;
  private final double[] chances;

  /**
   * A sampler.
   *
   * @param weights evidence between the items
   * @param start the partition to begin with, clusters named by one of their items
   * @param seed of the random numbers
   */
  public SamplePartitions(PairWeights weights, int[] start, long seed) {
    this.weights = weights;
    random = new SplittableRandom(seed);
    clusters = start.clone();
    sizes = new int[start.length];
    for (int cluster : clusters) {
      sizes[cluster]++;
    }
    evidence = new double[start.length];
    chances = new double[start.length + 1];
  }

  /** The partition after so many more sweeps over all items; valid until the next call. */
  public int[] next(int sweeps) {
    for (int sweep = 0; sweep < sweeps; sweep++) {
      for (int item = 0; item < clusters.length; item++) {
        move(item);
      }
    }
    return clusters;
  }

  private void move(int item) {
    sizes[clusters[item]]--;
    Arrays.fill(evidence, 0);
    double[] row = weights.row(item);
    for (int other = 0; other < clusters.length; other++) {
      if (other != item) {
        evidence[clusters[other]] += row[other];
      }
    }
    double largest = 0;
    for (int cluster = 0; cluster < sizes.length; cluster++) {
      if (sizes[cluster] > 0) {
        chances[cluster] = evidence[cluster] / sizes[cluster] + Math.log(sizes[cluster]);
        largest = Math.max(largest, chances[cluster]);
      }
    }
    int chosen = choose(largest);
    clusters[item] = chosen < 0 ? freeCluster() : chosen;
    sizes[clusters[item]]++;
  }

  /** A cluster by its chance, -1 for none. */
  private int choose(double largest) {
    double sum = Math.exp(-largest);
    for (int cluster = 0; cluster < sizes.length; cluster++) {
      sum += sizes[cluster] > 0 ? Math.exp(chances[cluster] - largest) : 0;
    }
    double point = random.nextDouble() * sum;
    for (int cluster = 0; cluster < sizes.length; cluster++) {
      if (sizes[cluster] > 0) {
        point -= Math.exp(chances[cluster] - largest);
        if (point < 0) {
          return cluster;
        }
      }
    }
    return -1;
  }

  private int freeCluster() {
    int cluster = 0;
    while (sizes[cluster] > 0) {
      cluster++;
    }
    return cluster;
  }
}
