package leakcensus.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import leakcensus.block.LongTable;
import leakcensus.count.CountTable;
import leakcensus.count.Measure;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.Multigraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContractGraphTest {

  @Test
  void assignsNothingWithoutEdges() {
    ContractGraph graph = ContractGraph.of(LinkRows.edges());

    assertThat(graph.assignments().size()).isZero();
    assertThat(graph.counts().encode()).isEqualTo(new CountTable().encode());
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void findsTheComponentsOfJGraphTWhereNoIdsConflict(long seed) {
    Random random = new Random(seed);
    Graph<Long, DefaultEdge> expected = new Multigraph<>(DefaultEdge.class);
    LongTable edges = LinkRows.edges();
    for (int edge = 0; edge < 2_000; edge++) {
      long from = node(random.nextInt(3_000), NodeKind.PHONE);
      long to = node(random.nextInt(3_000), NodeKind.PHONE);
      if (from != to) {
        expected.addVertex(from);
        expected.addVertex(to);
        expected.addEdge(from, to);
        edges.append(NodeKind.values()[1 + random.nextInt(2)].ordinal(), from, to);
      }
    }

    Map<Long, Long> componentOf = assignments(ContractGraph.of(edges));

    List<Set<Long>> components = new ConnectivityInspector<>(expected).connectedSets();
    assertThat(componentOf.keySet()).isEqualTo(expected.vertexSet());
    for (Set<Long> component : components) {
      long first = componentOf.get(component.iterator().next());
      assertThat(component).contains(first).allMatch(node -> componentOf.get(node) == first);
    }
    assertThat(componentOf.values().stream().distinct().count()).isEqualTo(components.size());
  }

  @Test
  void dropsAllJoinsOfTheKindThatBringsTwoIdsTogetherAndCountsThem() {
    long one = node(1, NodeKind.NATIONAL_ID);
    long other = node(2, NodeKind.NATIONAL_ID);
    long between = node(3, NodeKind.PHONE);
    long beside = node(4, NodeKind.CONTENT);
    LongTable edges = LinkRows.edges();
    edges.append(NodeKind.EMAIL.ordinal(), one, beside);
    edges.append(NodeKind.PHONE.ordinal(), one, between);
    edges.append(NodeKind.PHONE.ordinal(), between, other);

    ContractGraph graph = ContractGraph.of(edges);

    assertThat(assignments(graph).keySet()).containsExactlyInAnyOrder(one, beside);
    assertThat(refused(graph, NodeKind.PHONE)).isEqualTo(2);
    assertThat(refused(graph, NodeKind.EMAIL)).isZero();
  }

  @Test
  void takesAChainOfAMillionEdges() {
    int nodes = 1_000_000;
    LongTable edges = LinkRows.edges();
    for (int edge = 1; edge < nodes; edge++) {
      edges.append(
          NodeKind.PHONE.ordinal(), node(edge - 1, NodeKind.CONTENT), node(edge, NodeKind.CONTENT));
    }

    LongTable assignments =
        assertTimeout(Duration.ofSeconds(20), () -> ContractGraph.of(edges).assignments());

    assertThat(assignments.size()).isEqualTo(nodes);
    for (int row = 0; row < nodes; row += 9_973) {
      assertThat(assignments.at(row, LinkRows.ASSIGNED_COMPONENT))
          .isEqualTo(assignments.at(0, LinkRows.ASSIGNED_COMPONENT));
    }
  }

  private static Map<Long, Long> assignments(ContractGraph graph) {
    LongTable assignments = graph.assignments();
    Map<Long, Long> componentOf = new TreeMap<>();
    for (int row = 0; row < assignments.size(); row++) {
      componentOf.put(
          assignments.at(row, LinkRows.ASSIGNED_NODE),
          assignments.at(row, LinkRows.ASSIGNED_COMPONENT));
    }
    return componentOf;
  }

  private static long refused(ContractGraph graph, NodeKind kind) {
    return graph
        .counts()
        .at(
            Measure.LINK_JOINS,
            CountTable.ALL_SOURCES,
            kind.ordinal(),
            LinkOutcome.REFUSED_CHAIN.ordinal());
  }

  /** Negative for odd numbers, so that signs matter. */
  private static long node(int number, NodeKind kind) {
    return ((number + 1L) * (number % 2 == 0 ? 1 : -1) << 40) | kind.ordinal();
  }
}
