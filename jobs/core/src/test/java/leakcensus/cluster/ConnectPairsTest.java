package leakcensus.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import leakcensus.block.LongTable;
import leakcensus.link.LinkRows;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.Multigraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectPairsTest {

  private static final int MILLION = 1_000_000;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void findsTheComponentsOfJGraphT(long seed) {
    Random random = new Random(seed);
    Graph<Long, DefaultEdge> expected = new Multigraph<>(DefaultEdge.class);
    LongTable links = LinkRows.links();
    for (int link = 0; link < 2_000; link++) {
      long from = random.nextInt(3_000);
      long to = random.nextInt(3_000);
      double logOdds = random.nextGaussian();
      if (from != to) {
        links.append(from, to, Double.doubleToLongBits(logOdds));
        if (logOdds >= 0) {
          expected.addVertex(from);
          expected.addVertex(to);
          expected.addEdge(from, to);
        }
      }
    }

    Map<Long, Long> found = assignments(ConnectPairs.of(links, 0, MILLION));

    List<Set<Long>> components = new ConnectivityInspector<>(expected).connectedSets();
    assertThat(found.keySet()).isEqualTo(expected.vertexSet());
    for (Set<Long> component : components) {
      long name = found.get(component.iterator().next());
      assertThat(component).contains(name).allMatch(node -> found.get(node) == name);
    }
    assertThat(found.values().stream().distinct().count()).isEqualTo(components.size());
  }

  @Test
  void connectsAChainAndAStarOfAMillion() {
    LongTable chain = LinkRows.links();
    LongTable star = LinkRows.links();
    for (long node = 1; node < MILLION; node++) {
      append(chain, node - 1, node, 1);
      append(star, 0, node, 1);
    }

    for (LongTable links : List.of(chain, star)) {
      ConnectPairs connected =
          assertTimeout(Duration.ofSeconds(30), () -> ConnectPairs.of(links, 0, MILLION));
      assertThat(connected.assignments().size()).isEqualTo(MILLION);
      assertThat(connected.crowdedNodes()).isZero();
    }
  }

  @Test
  void splitsACrowdWhereItHangsOnWeakLinks() {
    LongTable links = LinkRows.links();
    for (long clique = 0; clique < 3; clique++) {
      for (long node = 1; node < 4; node++) {
        append(links, 10 * clique, 10 * clique + node, 5);
      }
    }
    append(links, 3, 10, 0.5);
    append(links, 13, 20, 0.5);

    ConnectPairs connected = ConnectPairs.of(links, 0, 8);

    assertThat(assignments(connected))
        .containsEntry(3L, 0L)
        .containsEntry(13L, 10L)
        .containsEntry(23L, 20L);
    assertThat(connected.crowdedNodes()).isEqualTo(12);
  }

  @Test
  void leavesACrowdAloneThatNoEvidenceSplits() {
    LongTable star = LinkRows.links();
    for (long node = 1; node < 10; node++) {
      append(star, 0, node, 7);
    }

    assertThat(ConnectPairs.of(star, 0, 5).assignments().size()).isZero();
  }

  private static void append(LongTable links, long from, long to, double logOdds) {
    links.append(from, to, Double.doubleToLongBits(logOdds));
  }

  private static Map<Long, Long> assignments(ConnectPairs connected) {
    Map<Long, Long> found = new TreeMap<>();
    LongTable assignments = connected.assignments();
    for (int row = 0; row < assignments.size(); row++) {
      found.put(
          assignments.at(row, LinkRows.ASSIGNED_NODE),
          assignments.at(row, LinkRows.ASSIGNED_COMPONENT));
    }
    return found;
  }
}
