package leakcensus.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import leakcensus.block.LongTable;
import leakcensus.link.LinkRows;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;
import org.junit.jupiter.api.Test;

class ConnectPairsTest {

  private static final int LONG = 1_000_000;

  @Test
  void agreesWithJGraphTOnRandomGraphs() {
    SplittableRandom random = new SplittableRandom(20260920);

    for (int trial = 0; trial < 200; trial++) {
      int nodes = 2 + random.nextInt(80);
      LongTable pairs = LinkRows.links();
      SimpleGraph<Long, DefaultEdge> graph = new SimpleGraph<>(DefaultEdge.class);
      for (int pair = random.nextInt(2 * nodes); pair > 0; pair--) {
        long left = name(random.nextInt(nodes));
        long right = name(random.nextInt(nodes));
        double logOdds = random.nextDouble(-3, 9);
        if (left != right) {
          append(pairs, left, right, logOdds);
          if (logOdds >= 0) {
            graph.addVertex(left);
            graph.addVertex(right);
            graph.addEdge(left, right);
          }
        }
      }

      Set<Set<Long>> expected = new HashSet<>(new ConnectivityInspector<>(graph).connectedSets());

      ConnectPairs connected = ConnectPairs.of(pairs, 0, nodes);

      assertThat(components(connected.assignments())).as("trial %d", trial).isEqualTo(expected);
      assertThat(connected.crowdedNodes()).isZero();
    }
  }

  @Test
  void connectsALongChainAndALargeStar() {
    LongTable chain = LinkRows.links();
    LongTable star = LinkRows.links();
    for (long node = 0; node < LONG; node++) {
      append(chain, node, node + 1, 1);
      append(star, 0, node + 1, 1);
    }

    for (LongTable pairs : List.of(chain, star)) {
      LongTable assignments = ConnectPairs.of(pairs, 0, LONG + 1).assignments();

      assertThat(assignments.size()).isEqualTo(LONG + 1);
      for (int row = 0; row < assignments.size(); row++) {
        assertThat(assignments.at(row, LinkRows.ASSIGNED_COMPONENT)).isZero();
      }
    }
  }

  @Test
  void splitsACrowdByStrongerEvidence() {
    LongTable pairs = LinkRows.links();
    // Three strong pairs in a chain of weak links, and a pair apart that is weak but no crowd.
    append(pairs, 1, 2, 8);
    append(pairs, 2, 3, 2);
    append(pairs, 3, 4, 8);
    append(pairs, 4, 5, 1);
    append(pairs, 5, 6, 8);
    append(pairs, 7, 8, 0.5);

    ConnectPairs all = ConnectPairs.of(pairs, 0, 6);
    ConnectPairs four = ConnectPairs.of(pairs, 0, 4);
    ConnectPairs two = ConnectPairs.of(pairs, 0, 2);

    assertThat(components(all.assignments()))
        .isEqualTo(Set.of(Set.of(1L, 2L, 3L, 4L, 5L, 6L), Set.of(7L, 8L)));
    assertThat(all.crowdedNodes()).isZero();
    assertThat(components(four.assignments()))
        .isEqualTo(Set.of(Set.of(1L, 2L, 3L, 4L), Set.of(5L, 6L), Set.of(7L, 8L)));
    assertThat(four.crowdedNodes()).isEqualTo(6);
    assertThat(components(two.assignments()))
        .isEqualTo(Set.of(Set.of(1L, 2L), Set.of(3L, 4L), Set.of(5L, 6L), Set.of(7L, 8L)));
  }

  @Test
  void takesACrowdApartWhereNoEvidenceIsStronger() {
    LongTable pairs = LinkRows.links();
    for (long node = 1; node <= 5; node++) {
      append(pairs, 0, node, 40);
    }

    ConnectPairs connected = ConnectPairs.of(pairs, 0, 3);

    assertThat(connected.assignments().size()).isZero();
    assertThat(connected.crowdedNodes()).isEqualTo(6);
  }

  @Test
  void keepsToTheLimitAndDependsOnNoOrder() {
    SplittableRandom random = new SplittableRandom(20260921);

    for (int trial = 0; trial < 100; trial++) {
      List<long[]> rows = new ArrayList<>();
      for (int pair = 0; pair < 150; pair++) {
        long logOdds = Double.doubleToLongBits(random.nextDouble(-2, 12));
        rows.add(new long[] {name(random.nextInt(60)), name(60 + random.nextInt(60)), logOdds});
      }
      LongTable pairs = LinkRows.links();
      rows.forEach(pairs::append);
      LongTable shuffled = LinkRows.links();
      java.util.Collections.shuffle(rows, new java.util.Random(trial));
      rows.forEach(row -> shuffled.append(row[1], row[0], row[2]));

      ConnectPairs connected = ConnectPairs.of(pairs, -1.4, 9);
      ConnectPairs again = ConnectPairs.of(shuffled, -1.4, 9);

      assertThat(again.assignments().encode()).isEqualTo(connected.assignments().encode());
      assertThat(again.crowdedNodes()).isEqualTo(connected.crowdedNodes());
      assertThat(components(connected.assignments())).allMatch(nodes -> nodes.size() <= 9);
    }
  }

  @Test
  void connectsNothingOfNothing() {
    assertThat(ConnectPairs.of(LinkRows.links(), 0, 5).assignments().size()).isZero();
  }

  private static void append(LongTable pairs, long left, long right, double logOdds) {
    pairs.append(left, right, Double.doubleToLongBits(logOdds));
  }

  /** Spread over all numbers, negative ones too. */
  private static long name(int node) {
    return (node + 1) * 0x9E37_79B9_7F4A_7C15L;
  }

  private static Set<Set<Long>> components(LongTable assignments) {
    TreeMap<Long, Set<Long>> components = new TreeMap<>();
    for (int row = 0; row < assignments.size(); row++) {
      components
          .computeIfAbsent(
              assignments.at(row, LinkRows.ASSIGNED_COMPONENT), unseen -> new HashSet<>())
          .add(assignments.at(row, LinkRows.ASSIGNED_NODE));
    }
    return new HashSet<>(components.values());
  }
}
