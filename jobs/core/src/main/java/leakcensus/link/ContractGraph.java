package leakcensus.link;

import it.unimi.dsi.fastutil.longs.LongArrays;
import java.util.Arrays;
import leakcensus.block.LongTable;
import leakcensus.count.CountTable;
import leakcensus.count.Measure;

/**
 * Finds the connected components of the identity graph in memory, without ever putting two valid
 * national ids into one that no mention holds together.
 *
 * <p>Edges are taken by kind: national ids that mentions hold together first, which make nodes one
 * identity, then e-mails, then phones. Where the edges of one kind would bring two identities
 * together, all edges of that kind are dropped inside that component and what it was before stands:
 * the outcome depends on no order. Memory: about {@value #BYTES_PER_EDGE} bytes an edge.
 */
public final class ContractGraph {

  /** Memory to allow for each edge, in bytes: the edge, two nodes, and the working copies. */
  public static final long BYTES_PER_EDGE = 96;

  private static final int NONE = -1;

  private final LongTable edges;
  private final long[] nodes;
  private final CountTable counts = new CountTable();
  private UnionFind sets;
  private UnionFind identities;

  private ContractGraph(LongTable edges) {
    this.edges = edges;
    nodes = distinctNodes(edges);
    sets = new UnionFind(nodes.length);
    identities = sets;
  }

  /** The components of a graph. */
  public static ContractGraph of(LongTable edges) {
    ContractGraph graph = new ContractGraph(edges);
    graph.joinIdentities();
    graph.joinBy(NodeKind.EMAIL);
    graph.joinBy(NodeKind.PHONE);
    return graph;
  }

  /** Each node of a component of two or more, with a node that stands for the component; sorted. */
  public LongTable assignments() {
    int[] members = new int[nodes.length];
    for (int node = 0; node < nodes.length; node++) {
      members[sets.find(node)]++;
    }
    LongTable assignments = LinkRows.assignments();
    for (int node = 0; node < nodes.length; node++) {
      int root = sets.find(node);
      if (members[root] > 1) {
        assignments.append(nodes[node], nodes[root]);
      }
    }
    return assignments;
  }

  /** Joins that were undone because they would have put two national ids into one person. */
  public CountTable counts() {
    return counts;
  }

  private void joinIdentities() {
    for (int edge = 0; edge < edges.size(); edge++) {
      if (edges.at(edge, LinkRows.EDGE_KIND) == NodeKind.NATIONAL_ID.ordinal()) {
        sets.union(from(edge), to(edge));
      }
    }
    identities = sets.copy();
  }

  private void joinBy(NodeKind kind) {
    UnionFind tentative = sets.copy();
    for (int edge = 0; edge < edges.size(); edge++) {
      if (edges.at(edge, LinkRows.EDGE_KIND) == kind.ordinal()) {
        tentative.union(from(edge), to(edge));
      }
    }
    boolean[] conflicting = conflicting(tentative);
    for (int edge = 0; edge < edges.size(); edge++) {
      if (edges.at(edge, LinkRows.EDGE_KIND) != kind.ordinal()) {
        continue;
      }
      if (conflicting[tentative.find(from(edge))]) {
        counts.add(
            Measure.LINK_JOINS,
            CountTable.ALL_SOURCES,
            kind.ordinal(),
            LinkOutcome.REFUSED_CHAIN.ordinal(),
            1);
      } else {
        sets.union(from(edge), to(edge));
      }
    }
  }

  private boolean[] conflicting(UnionFind tentative) {
    boolean[] conflicting = new boolean[nodes.length];
    int[] identityOf = new int[nodes.length];
    Arrays.fill(identityOf, NONE);
    boolean[] isJoined = new boolean[nodes.length];
    for (int node = 0; node < nodes.length; node++) {
      isJoined[identities.find(node)] |= identities.find(node) != node;
    }
    for (int node = 0; node < nodes.length; node++) {
      int identity = identities.find(node);
      if (isJoined[identity] || Node.kind(nodes[node]) == NodeKind.NATIONAL_ID) {
        int root = tentative.find(node);
        conflicting[root] |= identityOf[root] != NONE && identityOf[root] != identity;
        identityOf[root] = identity;
      }
    }
    return conflicting;
  }

  private int from(int edge) {
    return Arrays.binarySearch(nodes, edges.at(edge, LinkRows.EDGE_FROM));
  }

  private int to(int edge) {
    return Arrays.binarySearch(nodes, edges.at(edge, LinkRows.EDGE_TO));
  }

  private static long[] distinctNodes(LongTable edges) {
    long[] ends = new long[2 * edges.size()];
    for (int edge = 0; edge < edges.size(); edge++) {
      ends[2 * edge] = edges.at(edge, LinkRows.EDGE_FROM);
      ends[2 * edge + 1] = edges.at(edge, LinkRows.EDGE_TO);
    }
    LongArrays.radixSort(ends);
    int distinct = 0;
    for (int end = 0; end < ends.length; end++) {
      if (end == 0 || ends[end] != ends[end - 1]) {
        ends[distinct++] = ends[end];
      }
    }
    return Arrays.copyOf(ends, distinct);
  }
}
