package leakcensus.cluster;

import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;

/**
 * Puts the items of one component into persons: greedy correlation clustering. Pairs are taken by
 * falling evidence, and two clusters become one if the evidence between all their items taken
 * together speaks for it. Then each item that another cluster attracts more moves there, until none
 * does; so one bad link joins nothing that the other pairs hold apart, even where it came first.
 *
 * <p>Units: natural log odds. Errors: greedy, so not always the partition of largest total
 * evidence. Ties go to the items that come first, whose order must not depend on the key.
 *
 * <p>Sources: N. Bansal, A. Blum, S. Chawla (2004), Correlation clustering, Machine Learning 56,
 * 89-113; the greedy order as average linkage, R. R. Sokal, C. D. Michener (1958), Univ. Kansas
 * Sci. Bull. 38, 1409-1438.
 */
public final class ClusterItems {

  /** Smaller gains than this are rounding, by which items could move for ever. */
  private static final double LEAST_GAIN = 1e-6;

  private final PairWeights weights;
  private final int[] clusters;
  private final double[][] between;

  private ClusterItems(PairWeights weights) {
    this.weights = weights;
    clusters = new int[weights.items()];
    Arrays.setAll(clusters, item -> item);
    between = new double[weights.items()][];
    Arrays.setAll(between, item -> weights.row(item).clone());
  }

  /** The cluster of each item, named by its first item. */
  public static int[] cluster(PairWeights weights) {
    ClusterItems clustering = new ClusterItems(weights);
    clustering.joinAll();
    clustering.moveAll();
    return clustering.named();
  }

  private void joinAll() {
    int items = weights.items();
    int[] pairs = new int[items * (items - 1) / 2];
    int found = 0;
    for (int left = 0; left < items; left++) {
      for (int right = left + 1; right < items; right++) {
        if (weights.at(left, right) > 0) {
          pairs[found++] = left * items + right;
        }
      }
    }
    IntArrays.mergeSort(pairs, 0, found, this::stronger);
    for (int i = 0; i < found; i++) {
      int left = clusters[pairs[i] / items];
      int right = clusters[pairs[i] % items];
      if (left != right && between[left][right] > 0) {
        join(Math.min(left, right), Math.max(left, right));
      }
    }
  }

  private int stronger(int left, int right) {
    int items = weights.items();
    return Double.compare(
        weights.at(right / items, right % items), weights.at(left / items, left % items));
  }

  private void join(int kept, int dissolved) {
    for (int item = 0; item < clusters.length; item++) {
      between[kept][item] += between[dissolved][item];
      between[item][kept] = between[kept][item];
      if (clusters[item] == dissolved) {
        clusters[item] = kept;
      }
    }
  }

  private void moveAll() {
    boolean moved = true;
    while (moved) {
      moved = false;
      for (int item = 0; item < clusters.length; item++) {
        moved |= move(item);
      }
    }
  }

  /** Moves an item to the cluster that attracts it most, or leaves it alone; whether it moved. */
  private boolean move(int item) {
    double[] evidence = new double[clusters.length];
    int[] sizes = new int[clusters.length];
    for (int other = 0; other < clusters.length; other++) {
      if (other != item) {
        evidence[clusters[other]] += weights.at(item, other);
        sizes[clusters[other]]++;
      }
    }
    int best = clusters[item];
    for (int cluster = 0; cluster < clusters.length; cluster++) {
      if (evidence[cluster] > evidence[best] + LEAST_GAIN) {
        best = cluster;
      }
    }
    if (best == clusters[item] && evidence[best] < -LEAST_GAIN) {
      best = 0;
      while (sizes[best] > 0) {
        best++;
      }
    }
    boolean moved = best != clusters[item];
    clusters[item] = best;
    return moved;
  }

  private int[] named() {
    int[] first = new int[clusters.length];
    Arrays.fill(first, -1);
    int[] named = new int[clusters.length];
    for (int item = 0; item < clusters.length; item++) {
      if (first[clusters[item]] < 0) {
        first[clusters[item]] = item;
      }
      named[item] = first[clusters[item]];
    }
    return named;
  }
}
