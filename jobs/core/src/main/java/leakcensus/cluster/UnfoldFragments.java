package leakcensus.cluster;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Estimates how many persons stand behind clusters of which some are fragments: mentions of a
 * person that could not be linked to the others.
 *
 * <pre>{@code
 * f_k  persons with k mentions          g_s  clusters of s mentions
 * r    share of the true pairs that the clusters hold          q = 1 - sqrt(r)
 *
 * each mention of a person with k >= 2 is lost with chance q and forms a cluster alone:
 * E g_s = sum over k of f_k (C(k, s) (1 - q)^s q^(k - s) + [s = 1] k q)
 * f by expectation maximisation from g, then scaled so that sum k f_k = sum s g_s
 * }</pre>
 *
 * <p>The scale is 1 where r can explain the clusters. Where it cannot, as with fewer clusters of
 * one than so small an r must leave, mentions would be missing and persons with them.
 *
 * <p>Units: clusters in, persons out, not whole. Errors: mentions are taken to be lost
 * independently and alike; a person whose mentions fall into two large parts counts too much.
 *
 * <p>Source: own; the unfolding as L. A. Shepp, Y. Vardi (1982), Maximum likelihood reconstruction
 * for emission tomography, IEEE Trans. Med. Imaging 1, 113-122.
 */
public final class UnfoldFragments {

  private static final int ROUNDS = 300;

  private final int[] sizes;
  private final double[] clusters;
  private final double lostRatio;
  private final double[] persons;

  private UnfoldFragments(SortedMap<Long, Long> clustersBySize, double lostRatio) {
    this.lostRatio = lostRatio;
    sizes = clustersBySize.keySet().stream().mapToInt(Math::toIntExact).toArray();
    clusters = clustersBySize.values().stream().mapToDouble(Long::doubleValue).toArray();
    persons = clusters.clone();
  }

  /**
   * Persons by their number of mentions.
   *
   * @param clustersBySize clusters by their number of mentions
   * @param heldPairRatio share of the true pairs that the clusters hold, a ratio in (0, 1]
   */
  public static SortedMap<Long, Double> unfold(
      SortedMap<Long, Long> clustersBySize, double heldPairRatio) {
    if (!(heldPairRatio > 0 && heldPairRatio <= 1)) {
      throw new IllegalArgumentException(
          "Invalid held pair ratio: %s (must be a ratio in (0, 1])".formatted(heldPairRatio));
    }
    UnfoldFragments unfolding = new UnfoldFragments(clustersBySize, 1 - Math.sqrt(heldPairRatio));
    if (heldPairRatio < 1) {
      for (int round = 0; round < ROUNDS; round++) {
        unfolding.improve();
      }
    }
    return unfolding.result();
  }

  /** Number of persons over all sizes. */
  public static double persons(Map<Long, Double> personsBySize) {
    return personsBySize.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  private void improve() {
    double[] expected = new double[sizes.length];
    for (int person = 0; person < sizes.length; person++) {
      for (int part = 0; part <= person; part++) {
        expected[part] += persons[person] * fragments(sizes[person], sizes[part]);
      }
    }
    for (int person = 0; person < sizes.length; person++) {
      double explained = 0;
      double all = 0;
      for (int part = 0; part <= person; part++) {
        double fragments = fragments(sizes[person], sizes[part]);
        explained += expected[part] > 0 ? fragments * clusters[part] / expected[part] : 0;
        all += fragments;
      }
      persons[person] *= all > 0 ? explained / all : 0;
    }
  }

  /** Clusters of a size to expect of a person with some mentions. */
  private double fragments(int mentions, int size) {
    if (mentions == 1) {
      return 1;
    }
    double log = 0;
    for (int i = 0; i < mentions - size; i++) {
      log += Math.log((double) (mentions - i) / (i + 1));
    }
    log += size * Math.log1p(-lostRatio) + (mentions - size) * Math.log(lostRatio);
    return Math.exp(log) + (size == 1 ? mentions * lostRatio : 0);
  }

  private SortedMap<Long, Double> result() {
    boolean explained = mentions(persons) > 0;
    double scale = explained ? mentions(clusters) / mentions(persons) : 1;
    SortedMap<Long, Double> bySize = new TreeMap<>();
    for (int i = 0; i < sizes.length; i++) {
      bySize.put((long) sizes[i], (explained ? persons[i] : clusters[i]) * scale);
    }
    return bySize;
  }

  private double mentions(double[] bySize) {
    double mentions = 0;
    for (int i = 0; i < sizes.length; i++) {
      mentions += sizes[i] * bySize[i];
    }
    return mentions;
  }
}
