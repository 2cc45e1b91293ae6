package leakcensus.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.Collections;
import java.util.Random;
import java.util.Set;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnionFindTest {

  private static final int MILLION = 1_000_000;

  @ParameterizedTest(name = "seed {0}: {1} nodes, {2} edges")
  @CsvSource({
    "1, 1, 0",
    "2, 10, 5",
    "3, 1000, 300",
    "4, 1000, 500",
    "5, 1000, 1000",
    "6, 5000, 2500"
  })
  void agreesWithTheComponentsOfJGraphT(long seed, int nodes, int edges) {
    Random random = new Random(seed);
    Graph<Integer, DefaultEdge> graph = new SimpleGraph<>(DefaultEdge.class);
    for (int node = 0; node < nodes; node++) {
      graph.addVertex(node);
    }
    UnionFind sets = new UnionFind(nodes);

    for (int edge = 0; edge < edges; edge++) {
      int from = random.nextInt(nodes);
      int to = random.nextInt(nodes);
      boolean together = sets.find(from) == sets.find(to);
      if (from != to) {
        graph.addEdge(from, to);
      }
      assertThat(sets.union(from, to)).isEqualTo(!together);
    }

    for (Set<Integer> component : new ConnectivityInspector<>(graph).connectedSets()) {
      int smallest = Collections.min(component);
      assertThat(component).allMatch(node -> sets.find(node) == smallest);
    }
  }

  @Test
  void leavesTheOriginalOfACopyAlone() {
    UnionFind sets = new UnionFind(3);
    sets.union(0, 1);

    UnionFind copy = sets.copy();
    copy.union(1, 2);

    assertThat(copy.find(2)).isZero();
    assertThat(sets.find(2)).isEqualTo(2);
  }

  @Test
  void takesAChainOfAMillionFromEitherEnd() {
    UnionFind forwards = new UnionFind(MILLION);
    UnionFind backwards = new UnionFind(MILLION);

    assertTimeout(
        Duration.ofSeconds(10),
        () -> {
          for (int node = 1; node < MILLION; node++) {
            forwards.union(node - 1, node);
            backwards.union(MILLION - node, MILLION - node - 1);
          }
          assertOneSet(forwards);
          assertOneSet(backwards);
        });
  }

  @Test
  void takesAStarOfAMillionWhateverItsCentre() {
    UnionFind smallest = new UnionFind(MILLION);
    UnionFind largest = new UnionFind(MILLION);

    assertTimeout(
        Duration.ofSeconds(10),
        () -> {
          for (int node = 0; node < MILLION; node++) {
            smallest.union(0, node);
            largest.union(MILLION - 1, MILLION - 1 - node);
          }
          assertOneSet(smallest);
          assertOneSet(largest);
        });
  }

  private static void assertOneSet(UnionFind sets) {
    int others = 0;
    for (int node = 0; node < MILLION; node++) {
      others += sets.find(node) == 0 ? 0 : 1;
    }
    assertThat(others).isZero();
  }
}
