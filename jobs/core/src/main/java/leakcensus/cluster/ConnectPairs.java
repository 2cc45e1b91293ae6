package leakcensus.cluster;

import it.unimi.dsi.fastutil.longs.LongArrays;
import java.util.Arrays;
import leakcensus.block.LongTable;
import leakcensus.link.LinkRows;
import leakcensus.link.UnionFind;

/**
 * Finds the connected components of the pairs that may be one person, none of them larger than a
 * limit.
 *
 * <p>A component above the limit is never believed: inside it only pairs of stronger evidence
 * count, step by step, until what is left is small enough. So no chain of weak links joins a crowd.
 * The outcome depends on no order. Memory: about {@value #BYTES_PER_PAIR} bytes a pair.
 */
public final class ConnectPairs {

  /** Memory to allow for each pair, in bytes: the pair, two nodes, and the working copies. */
  public static final long BYTES_PER_PAIR = 112;

  /** By how much stronger than before links must be inside what is too large, log odds. */
  public static final double STEP_LOG_ODDS = 1;

  private final LongTable pairs;
  private final int maxNodes;
  private final long[] nodes;
  private final int[] components;
  private final boolean[] open;
  private long crowdedNodes;

  private ConnectPairs(LongTable pairs, int maxNodes) {
    this.pairs = pairs;
    this.maxNodes = maxNodes;
    nodes = distinctNodes(pairs);
    components = new int[nodes.length];
    open = new boolean[nodes.length];
    Arrays.fill(open, true);
  }

  /**
   * The components of some pairs.
   *
   * @param pairs pairs of nodes and their log odds, as {@link LinkRows#links()} has them
   * @param minLogOdds evidence from which on a pair connects, natural log odds
   * @param maxNodes most nodes of one component
   */
  public static ConnectPairs of(LongTable pairs, double minLogOdds, int maxNodes) {
    ConnectPairs connecting = new ConnectPairs(pairs, maxNodes);
    double least = minLogOdds;
    while (connecting.connect(least)) {
      least += STEP_LOG_ODDS;
    }
    return connecting;
  }

  /** Each node of a component of two or more, with a node that stands for the component; sorted. */
  public LongTable assignments() {
    int[] members = new int[nodes.length];
    for (int node = 0; node < nodes.length; node++) {
      members[components[node]]++;
    }
    LongTable assignments = LinkRows.assignments();
    for (int node = 0; node < nodes.length; node++) {
      if (members[components[node]] > 1) {
        assignments.append(nodes[node], nodes[components[node]]);
      }
    }
    return assignments;
  }

  /** Number of nodes that stood in a component above the limit at first. */
  public long crowdedNodes() {
    return crowdedNodes;
  }

  /** Connects what is open by pairs of this evidence; whether anything is left too large. */
  private boolean connect(double least) {
    UnionFind sets = new UnionFind(nodes.length);
    for (int pair = 0; pair < pairs.size(); pair++) {
      int left = place(pairs.at(pair, LinkRows.LINK_FROM));
      int right = place(pairs.at(pair, LinkRows.LINK_TO));
      double logOdds = Double.longBitsToDouble(pairs.at(pair, LinkRows.LINK_LOG_ODDS));
      if (open[left] && open[right] && logOdds >= least) {
        sets.union(left, right);
      }
    }
    int[] members = new int[nodes.length];
    for (int node = 0; node < nodes.length; node++) {
      members[sets.find(node)]++;
    }
    long crowded = 0;
    for (int node = 0; node < nodes.length; node++) {
      if (open[node]) {
        components[node] = sets.find(node);
        open[node] = members[sets.find(node)] > maxNodes;
        crowded += open[node] ? 1 : 0;
      }
    }
    crowdedNodes = Math.max(crowdedNodes, crowded);
    return crowded > 0;
  }

  private int place(long node) {
    return Arrays.binarySearch(nodes, node);
  }

  private static long[] distinctNodes(LongTable pairs) {
    long[] all = new long[2 * pairs.size()];
    for (int pair = 0; pair < pairs.size(); pair++) {
      all[2 * pair] = pairs.at(pair, LinkRows.LINK_FROM);
      all[2 * pair + 1] = pairs.at(pair, LinkRows.LINK_TO);
    }
    LongArrays.unstableSort(all);
    int distinct = 0;
    for (long node : all) {
      if (distinct == 0 || node != all[distinct - 1]) {
        all[distinct++] = node;
      }
    }
    return Arrays.copyOf(all, distinct);
  }
}
