package leakcensus.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import leakcensus.block.LongTable;
import leakcensus.cluster.ClusterItems;
import leakcensus.cluster.PairWeights;
import leakcensus.cluster.SamplePartitions;
import leakcensus.compare.CompareSignatures;
import leakcensus.compare.Signature;
import leakcensus.count.CountTable;
import leakcensus.count.Measure;
import leakcensus.link.LinkRows;

/**
 * Puts the nodes of each component into persons, and draws other partitions that the evidence
 * allows.
 *
 * <p>All pairs of a component are compared, whether a blocking key brought them together or not.
 */
public final class ResolveComponents {

  /** Partitions drawn of each component. */
  public static final int DRAWS = 40;

  private static final int SWEEPS_BEFORE = 15;
  private static final int SWEEPS_BETWEEN = 2;

  private final MatchModel model;
  private final LongTable assignments = LinkRows.assignments();
  private final CountTable counts = new CountTable();

  /** A resolver that weighs evidence by a model. */
  public ResolveComponents(MatchModel model) {
    this.model = model;
  }

  /** Resolves one component, given the signatures of all its nodes. */
  public void resolve(List<Signature> component) {
    List<List<Signature>> nodes = byNode(component);
    PairWeights weights = weights(nodes);
    int[] clusters = ClusterItems.cluster(weights);
    int[] sizes = sizes(nodes);
    for (int node = 0; node < clusters.length; node++) {
      assignments.append(nodes.get(node).get(0).node(), nodes.get(clusters[node]).get(0).node());
    }
    int[] mentions = nodes.stream().mapToInt(node -> node.get(0).nodeMentions()).toArray();
    int all = CountTable.ALL_SOURCES;
    for (int node = 0; node < nodes.size(); node++) {
      counts.add(Measure.CONNECTED_NODE_FREQUENCY, all, 0, sizes[node], 1);
      counts.add(Measure.CONNECTED_NODE_MENTIONS_FREQUENCY, all, 0, mentions[node], 1);
    }
    count(Measure.CLUSTER_FREQUENCY, 0, clusters, sizes);
    countDoubt(weights, clusters, sizes);
    SamplePartitions sampler = new SamplePartitions(weights, clusters, seed(nodes));
    sampler.next(SWEEPS_BEFORE);
    for (int draw = 0; draw < DRAWS; draw++) {
      count(Measure.DRAWN_FREQUENCY, draw, sampler.next(SWEEPS_BETWEEN), mentions);
    }
  }

  /** Each node resolved, with a node that stands for its person; sorted. */
  public LongTable assignments() {
    assignments.sort();
    return assignments;
  }

  /** Clusters by their number of signatures as resolved, and of mentions as drawn. */
  public CountTable counts() {
    return counts;
  }

  /** Nodes in an order that no key enters. */
  private static List<List<Signature>> byNode(List<Signature> component) {
    List<Signature> sorted = new ArrayList<>(component);
    sorted.sort(
        Comparator.comparingLong(Signature::node)
            .thenComparing(Signature::rank, Long::compareUnsigned));
    List<List<Signature>> nodes = new ArrayList<>();
    for (Signature signature : sorted) {
      if (nodes.isEmpty() || nodes.get(nodes.size() - 1).get(0).node() != signature.node()) {
        nodes.add(new ArrayList<>());
      }
      nodes.get(nodes.size() - 1).add(signature);
    }
    nodes.sort(Comparator.comparing(node -> node.get(0).rank(), Long::compareUnsigned));
    return nodes;
  }

  private PairWeights weights(List<List<Signature>> nodes) {
    PairWeights weights = new PairWeights(nodes.size());
    for (int left = 0; left < nodes.size(); left++) {
      for (int right = left + 1; right < nodes.size(); right++) {
        weights.set(left, right, weight(nodes.get(left), nodes.get(right)));
      }
    }
    return weights;
  }

  /** Of several contents of one node the one that agrees best speaks for it. */
  private double weight(List<Signature> left, List<Signature> right) {
    if (!ComparePairs.isComparable(left.get(0), right.get(0))) {
      return PairWeights.CANNOT_LINK;
    }
    double best = Double.NEGATIVE_INFINITY;
    for (Signature one : left) {
      for (Signature other : right) {
        best = Math.max(best, model.logOdds(CompareSignatures.pattern(one, other)));
      }
    }
    return best;
  }

  private void count(Measure measure, int draw, int[] clusters, int[] sizes) {
    for (int size : clusterSizes(clusters, sizes)) {
      if (size > 0) {
        counts.add(measure, CountTable.ALL_SOURCES, draw, size, 1);
      }
    }
  }

  private void countDoubt(PairWeights weights, int[] clusters, int[] sizes) {
    int[] ofCluster = clusterSizes(clusters, sizes);
    double missedPairs = 0;
    double missedJoins = 0;
    double falseJoins = 0;
    for (int left = 0; left < clusters.length; left++) {
      for (int right = left + 1; right < clusters.length; right++) {
        double same = 1 / (1 + Math.exp(-weights.at(left, right)));
        double pairs = (double) sizes[left] * sizes[right];
        if (clusters[left] == clusters[right]) {
          falseJoins += pairs * (1 - same) / (ofCluster[clusters[left]] - 1);
        } else {
          missedPairs += pairs * same;
          missedJoins +=
              pairs * same / ((double) ofCluster[clusters[left]] * ofCluster[clusters[right]]);
        }
      }
    }
    add(LinkDoubt.MISSED_PAIRS, missedPairs);
    add(LinkDoubt.MISSED_JOINS, missedJoins);
    add(LinkDoubt.FALSE_JOINS, falseJoins);
  }

  private void add(LinkDoubt doubt, double value) {
    counts.add(Measure.LINK_DOUBT, CountTable.ALL_SOURCES, doubt.ordinal(), LinkDoubt.parts(value));
  }

  private static int[] clusterSizes(int[] clusters, int[] sizes) {
    int[] ofCluster = new int[clusters.length];
    for (int node = 0; node < clusters.length; node++) {
      ofCluster[clusters[node]] += sizes[node];
    }
    return ofCluster;
  }

  private static int[] sizes(List<List<Signature>> nodes) {
    return nodes.stream().mapToInt(List::size).toArray();
  }

  private static long seed(List<List<Signature>> nodes) {
    long seed = nodes.size();
    for (List<Signature> node : nodes) {
      seed = seed * 0x9E37_79B9_7F4A_7C15L + node.get(0).rank();
    }
    return seed;
  }
}
