package leakcensus.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import leakcensus.block.LongTable;
import leakcensus.link.LinkRows;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContractStarsTest {

  private static final int BITS = 17;
  private static final int LONG = 1 << BITS;

  @Test
  void takesOneRoundAsThePaperDrawsIt() {
    // 1 - 2 - 3 - 4: the large star hands 4 on to 2 and 3 to 1, the small star changes nothing.
    ContractStars chain = bucket(2, 1, 3, 2, 4, 3);

    LongTable replies = chain.replies(chain.questions());
    LongTable contracted = chain.contracted(replies);

    assertThat(rows(contracted)).containsExactly(List.of(2L, 1L), List.of(3L, 1L), List.of(4L, 2L));
    assertThat(chain.changes()).isEqualTo(2);

    // 3 is connected with 1 and 2, which know nobody smaller: the small star leads both to 1.
    ContractStars fork = bucket(3, 1, 3, 2, 3, 2);

    assertThat(rows(fork.contracted(fork.replies(fork.questions()))))
        .containsExactly(List.of(3L, 1L), List.of(2L, 1L));
    assertThat(fork.changes()).isEqualTo(1);
  }

  @Test
  void asksForEachNeighbourOnceHoweverManyNodesHaveIt() {
    ContractStars star = bucket(7, 1, 8, 1, 9, 1, 9, 2);

    LongTable questions = star.questions();

    assertThat(rows(questions)).containsExactly(List.of(1L, 7L, 0L), List.of(2L, 9L, 0L));
    assertThat(star.replies(questions).size()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void agreesWithJGraphTOnRandomGraphs(int buckets) {
    SplittableRandom random = new SplittableRandom(20261124);

    for (int trial = 0; trial < 200; trial++) {
      int nodes = 2 + random.nextInt(120);
      LongTable pairs = StarRows.pairs();
      SimpleGraph<Long, DefaultEdge> graph = new SimpleGraph<>(DefaultEdge.class);
      for (int pair = random.nextInt(2 * nodes); pair > 0; pair--) {
        long left = name(random.nextInt(nodes));
        long right = name(random.nextInt(nodes));
        if (left != right) {
          pairs.append(Math.max(left, right), Math.min(left, right));
          graph.addVertex(left);
          graph.addVertex(right);
          graph.addEdge(left, right);
        }
      }
      Map<Long, Long> expected = new HashMap<>();
      Set<Set<Long>> sets = new HashSet<>(new ConnectivityInspector<>(graph).connectedSets());
      sets.forEach(set -> set.forEach(node -> expected.put(node, smallest(set))));

      List<LongTable> assigned =
          new StarsInMemory(pairs, buckets).assignments(NodeWeight.ANY, nodes);

      assertThat(componentOf(assigned)).as("trial %d", trial).isEqualTo(expected);
      int limit = 1 + random.nextInt(9);
      sets.stream()
          .filter(set -> set.size() > limit)
          .forEach(set -> expected.keySet().removeAll(set));
      assertThat(componentOf(new StarsInMemory(pairs, buckets).assignments(NodeWeight.ANY, limit)))
          .as("trial %d, at most %d nodes", trial, limit)
          .isEqualTo(expected);
    }
  }

  @Test
  void connectsALongChainInAsManyRoundsAsItsLengthHasBits() {
    LongTable inOrder = StarRows.pairs();
    LongTable spread = StarRows.pairs();
    for (int node = 0; node < LONG; node++) {
      inOrder.append(node + 1, node);
      long left = name(node);
      long right = name(node + 1);
      spread.append(Math.max(left, right), Math.min(left, right));
    }

    for (LongTable chain : List.of(inOrder, spread)) {
      StarsInMemory connected = new StarsInMemory(chain, 3);

      assertThat(connected.rounds()).isBetween(BITS / 2, BITS);
      assertThat(connected.stars().stream().mapToInt(LongTable::size).sum()).isEqualTo(LONG);
      assertThat(new HashSet<>(componentOf(connected.stars()).values())).hasSize(1);
    }
  }

  @Test
  void connectsALargeStarInTwoRoundsWhereverItsCentreStands() {
    for (int centre : new int[] {0, LONG / 2, LONG}) {
      LongTable star = StarRows.pairs();
      for (int node = 0; node <= LONG; node++) {
        if (node != centre) {
          star.append(Math.max(node, centre), Math.min(node, centre));
        }
      }

      StarsInMemory connected = new StarsInMemory(star, 3);

      assertThat(connected.rounds()).isBetween(0, 2);
      assertThat(new HashSet<>(componentOf(connected.stars()).values())).containsExactly(0L);
    }
  }

  @Test
  void connectsNothingOfNothing() {
    StarsInMemory connected = new StarsInMemory(StarRows.pairs(), 3);

    assertThat(connected.rounds()).isZero();
    assertThat(connected.assignments(NodeWeight.ANY, 5))
        .allMatch(assignments -> assignments.size() == 0);
  }

  @Test
  void refusesComponentsByTheirNationalIdsToo() {
    // The last two bits of a node tell what it stands on: 0 is a national id, 3 is content.
    LongTable pairs = StarRows.pairs();
    pairs.append(7, 4);
    pairs.append(8, 7);
    pairs.append(19, 16);
    pairs.append(23, 19);

    StarsInMemory connected = new StarsInMemory(pairs, 1);

    assertThat(componentOf(connected.assignments(NodeWeight.NATIONAL_ID, 1)))
        .isEqualTo(Map.of(16L, 16L, 19L, 16L, 23L, 16L));
    JudgeStars judge =
        new JudgeStars(
            connected.stars().get(0),
            WeighStars.totals(
                WeighStars.shares(connected.stars().get(0), NodeWeight.NATIONAL_ID),
                NodeWeight.NATIONAL_ID),
            1);
    assertThat(List.of(4L, 7L, 8L)).allMatch(judge::isRefused);
    assertThat(List.of(16L, 19L, 23L, 99L)).noneMatch(judge::isRefused);
  }

  private static ContractStars bucket(long... nodes) {
    LongTable pairs = StarRows.pairs();
    for (int at = 0; at < nodes.length; at += 2) {
      pairs.append(nodes[at], nodes[at + 1]);
    }
    return new ContractStars(StarRows.distinctPairs(pairs));
  }

  private static long smallest(Set<Long> nodes) {
    return nodes.stream().mapToLong(Long::longValue).min().orElseThrow();
  }

  private static Map<Long, Long> componentOf(List<LongTable> tables) {
    Map<Long, Long> componentOf = new HashMap<>();
    for (LongTable table : tables) {
      for (int row = 0; row < table.size(); row++) {
        Long before =
            componentOf.put(
                table.at(row, LinkRows.ASSIGNED_NODE), table.at(row, LinkRows.ASSIGNED_COMPONENT));
        assertThat(before).as("each node once").isNull();
      }
    }
    return componentOf;
  }

  private static List<List<Long>> rows(LongTable table) {
    TreeMap<Integer, List<Long>> rows = new TreeMap<>();
    for (int row = 0; row < table.size(); row++) {
      Long[] values = new Long[table.width()];
      for (int column = 0; column < values.length; column++) {
        values[column] = table.at(row, column);
      }
      rows.put(row, List.of(values));
    }
    return List.copyOf(rows.values());
  }

  /** Spread over all numbers, negative ones too. */
  private static long name(int node) {
    return (node + 1) * 0x9E37_79B9_7F4A_7C15L;
  }
}
