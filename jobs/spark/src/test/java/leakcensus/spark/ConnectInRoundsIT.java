package leakcensus.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import leakcensus.block.Bucket;
import leakcensus.block.LongTable;
import leakcensus.cluster.ConnectPairs;
import leakcensus.count.CountTable;
import leakcensus.count.Measure;
import leakcensus.link.ContractGraph;
import leakcensus.link.LinkOutcome;
import leakcensus.link.LinkRows;
import leakcensus.link.NodeKind;
import leakcensus.spark.resolve.ConnectEdges;
import leakcensus.spark.resolve.ConnectLinks;
import leakcensus.spark.resolve.IdentityGraph;
import leakcensus.spark.table.BlockTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Components found on the executors are those that the driver finds. */
class ConnectInRoundsIT {

  private static final int BUCKETS = 3;
  private static final int LONG = 1_000_000;

  /** The chain has 2^20 links at most, and a large star halves its longest way at least. */
  private static final int MOST_ROUNDS = 21;

  private static SparkSession spark;

  @BeforeAll
  static void start() {
    spark =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", false)
            .config("spark.sql.shuffle.partitions", 2)
            .getOrCreate();
  }

  @AfterAll
  static void stop() {
    spark.stop();
  }

  @AfterEach
  void keepsNothing() {
    assertThat(spark.sparkContext().getPersistentRDDs().isEmpty()).isTrue();
  }

  @ParameterizedTest(name = "seed {0}, {1} buckets, at most {2} nodes")
  @CsvSource({"2, 2, 400", "3, 7, 20"})
  void connectsLinksAsTheDriverDoes(long seed, int buckets, int maxNodes) {
    assertConnectsLinksAsTheDriverDoes(seed, buckets, maxNodes);
  }

  @Tag("long")
  @ParameterizedTest(name = "seed {0}, {1} buckets, at most {2} nodes")
  @CsvSource({"1, 1, 400", "4, 3, 5", "5, 3, 2"})
  void connectsLinksInSmallerComponentsAsTheDriverDoes(long seed, int buckets, int maxNodes) {
    assertConnectsLinksAsTheDriverDoes(seed, buckets, maxNodes);
  }

  private static void assertConnectsLinksAsTheDriverDoes(long seed, int buckets, int maxNodes) {
    LongTable links = randomLinks(seed);
    ConnectPairs expected = ConnectPairs.of(links, 0, maxNodes);

    try (ConnectLinks connecting = new ConnectLinks(0, maxNodes, 0, buckets)) {
      Dataset<Row> connected = connecting.run(blocks(BlockTable.LINKS, links));

      assertThat(connecting.rounds()).isGreaterThan(1);
      assertThat(componentOf(connected, buckets)).isEqualTo(componentOf(expected.assignments()));
    }
    assertThat(expected.crowdedNodes() > 0).isEqualTo(maxNodes < 400);
  }

  @Tag("long")
  @Test
  void leavesARestThatFitsToTheDriver() {
    LongTable links = randomLinks(6);
    int rounds;
    try (ConnectLinks connecting = new ConnectLinks(0, 20, 0, BUCKETS)) {
      connecting.run(blocks(BlockTable.LINKS, links));
      rounds = connecting.rounds();
    }
    long oneLinkTooMany = (links.size() - 1) * ConnectPairs.BYTES_PER_PAIR;

    try (ConnectLinks connecting = new ConnectLinks(0, 20, oneLinkTooMany, BUCKETS)) {
      Dataset<Row> connected = connecting.run(blocks(BlockTable.LINKS, links));

      assertThat(connecting.rounds()).isBetween(2, rounds - 1);
      assertThat(componentOf(connected, BUCKETS))
          .isEqualTo(componentOf(ConnectPairs.of(links, 0, 20).assignments()));
    }
  }

  @Tag("long")
  @Test
  void passesOverStepsThatLeaveNoLinkOut() {
    LongTable links = LinkRows.links();
    for (long node = 1; node <= 5; node++) {
      links.append(0, node, Double.doubleToLongBits(40));
    }

    try (ConnectLinks connecting = new ConnectLinks(0, 3, 0, BUCKETS)) {
      Dataset<Row> connected = connecting.run(blocks(BlockTable.LINKS, links));

      assertThat(componentOf(connected, BUCKETS)).isEmpty();
      // Once with all links, once with none.
      assertThat(connecting.rounds()).isEqualTo(2);
    }
  }

  @ParameterizedTest(name = "seed {0}, {1} buckets")
  @CsvSource({"1, 1", "2, 2"})
  void connectsEdgesAsTheDriverDoes(long seed, int buckets) {
    LongTable edges = randomEdges(seed);
    ContractGraph expected = ContractGraph.of(edges);

    try (ConnectEdges connecting = new ConnectEdges(0, buckets)) {
      IdentityGraph graph = connecting.run(blocks(BlockTable.EDGES, edges));

      assertThat(connecting.rounds()).isGreaterThan(2);
      assertThat(componentOf(graph.assignments(), buckets))
          .isEqualTo(componentOf(expected.assignments()));
      assertThat(graph.counts().encode()).isEqualTo(expected.counts().encode());
      for (NodeKind kind : List.of(NodeKind.EMAIL, NodeKind.PHONE)) {
        assertThat(undone(graph.counts(), kind)).as("some joins are undone").isPositive();
      }
    }
  }

  @ParameterizedTest(name = "seed {0}, {1} buckets")
  @CsvSource({"11, 1", "12, 3"})
  void connectsIdsThatMentionsHoldTogetherAsTheDriverDoes(long seed, int buckets) {
    SplittableRandom random = new SplittableRandom(seed);
    LongTable edges = randomEdges(seed);
    for (int edge = 0; edge < 200; edge++) {
      long from = identified(random.nextInt(1_500));
      long to = identified(random.nextInt(1_500));
      if (from != to) {
        edges.append(NodeKind.NATIONAL_ID.ordinal(), Math.min(from, to), Math.max(from, to));
      }
    }
    CountTable judged = new CountTable();
    judged.add(
        Measure.LINK_JOINS,
        CountTable.ALL_SOURCES,
        NodeKind.NATIONAL_ID.ordinal(),
        LinkOutcome.JOINED.ordinal(),
        200);
    ContractGraph expected = ContractGraph.of(edges);

    try (ConnectEdges connecting = new ConnectEdges(0, buckets)) {
      IdentityGraph graph =
          connecting.run(
              blocks(BlockTable.EDGES, edges)
                  .union(
                      spark.createDataFrame(
                          List.of(BlockTable.row(0, BlockTable.COUNTS, judged.encode())),
                          BlockTable.EDGE.columns())));

      assertThat(connecting.rounds()).isGreaterThan(3);
      assertThat(componentOf(graph.assignments(), buckets))
          .isEqualTo(componentOf(expected.assignments()));
      judged.addAll(expected.counts());
      assertThat(graph.counts().encode()).isEqualTo(judged.encode());
      for (NodeKind kind : List.of(NodeKind.EMAIL, NodeKind.PHONE)) {
        assertThat(undone(graph.counts(), kind)).as("some joins are undone").isPositive();
      }
    }
    assertThat(componentOf(expected.assignments()))
        .as("ids held together change the components")
        .isNotEqualTo(componentOf(ContractGraph.of(randomEdges(seed)).assignments()));
  }

  @Test
  void undoesTheJoinsOfAKindThatWouldGiveAPersonTwoIds() {
    LongTable edges = LinkRows.edges();
    edges.append(NodeKind.EMAIL.ordinal(), 4, 11);
    edges.append(NodeKind.PHONE.ordinal(), 11, 15);
    edges.append(NodeKind.PHONE.ordinal(), 15, 8);
    edges.append(NodeKind.PHONE.ordinal(), 16, 19);

    try (ConnectEdges connecting = new ConnectEdges(0, BUCKETS)) {
      IdentityGraph graph = connecting.run(blocks(BlockTable.EDGES, edges));

      assertThat(componentOf(graph.assignments(), BUCKETS))
          .isEqualTo(Map.of(4L, 4L, 11L, 4L, 16L, 16L, 19L, 16L));
      assertThat(undone(graph.counts(), NodeKind.EMAIL)).isZero();
      assertThat(undone(graph.counts(), NodeKind.PHONE)).isEqualTo(2);
    }
  }

  @Tag("long")
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void takesAChainOfAMillionLinks(boolean inOrder) {
    LongTable chain = LinkRows.links();
    for (int node = 0; node < LONG; node++) {
      long left = inOrder ? inOrder(node) : name(node);
      long right = inOrder ? inOrder(node + 1) : name(node + 1);
      chain.append(left, right, Double.doubleToLongBits(1));
    }

    assertThat(roundsToConnect(chain)).isBetween(8, MOST_ROUNDS);
  }

  @Tag("long")
  @ParameterizedTest
  @ValueSource(ints = {0, LONG / 2, LONG})
  void takesAStarOfAMillionLinks(int centre) {
    LongTable star = LinkRows.links();
    for (int node = 0; node <= LONG; node++) {
      if (node != centre) {
        star.append(inOrder(centre), inOrder(node), Double.doubleToLongBits(1));
      }
    }

    assertThat(roundsToConnect(star)).isBetween(1, 3);
  }

  @Test
  void connectsNothingOfNothing() {
    Dataset<Row> nothing = spark.createDataFrame(List.<Row>of(), BlockTable.LINK.columns());

    try (ConnectLinks links = new ConnectLinks(0, 5, 0, BUCKETS);
        ConnectEdges edges = new ConnectEdges(0, BUCKETS)) {
      assertThat(componentOf(links.run(nothing), BUCKETS)).isEmpty();
      assertThat(componentOf(edges.run(nothing).assignments(), BUCKETS)).isEmpty();
      assertThat(links.rounds() + edges.rounds()).as("nothing fits nothing").isZero();
    }
  }

  @ParameterizedTest(name = "links of {0} decide which budget is enough")
  @ValueSource(ints = {1, 7})
  void staysInTheDriverWithinTheBudget(int number) {
    LongTable links = LinkRows.links();
    LongTable edges = LinkRows.edges();
    for (int node = 0; node < number; node++) {
      links.append(node, node + 1, 0);
      edges.append(NodeKind.PHONE.ordinal(), 4 * node + 3, 4 * node + 7);
    }

    assertThat(roundsWithin(number * ConnectPairs.BYTES_PER_PAIR, links)).isZero();
    assertThat(roundsWithin(number * ConnectPairs.BYTES_PER_PAIR - 1, links)).isPositive();
    for (long missing : new long[] {0, 1}) {
      try (ConnectEdges connecting =
          new ConnectEdges(number * ContractGraph.BYTES_PER_EDGE - missing, BUCKETS)) {
        connecting.run(blocks(BlockTable.EDGES, edges));
        assertThat(connecting.rounds() > 0).isEqualTo(missing > 0);
      }
    }
  }

  @Test
  void namesTheColumnThatLinksAndEdgesLack() {
    Dataset<Row> incomplete = blocks(BlockTable.LINKS, LinkRows.links()).drop(BlockTable.BLOCK);
    String sentence =
        "Cannot read table %s: no column block binary (found struct<bucket:int,content:int>)";

    assertThatThrownBy(() -> new ConnectLinks(0, 5, 0, BUCKETS).run(incomplete))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(sentence, "link");
    assertThatThrownBy(() -> new ConnectEdges(0, BUCKETS).run(incomplete))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(sentence, "edge");
  }

  private static int roundsWithin(long budgetBytes, LongTable links) {
    try (ConnectLinks connecting = new ConnectLinks(0, 100, budgetBytes, BUCKETS)) {
      assertThat(componentOf(connecting.run(blocks(BlockTable.LINKS, links)), BUCKETS))
          .hasSize(links.size() + 1);
      return connecting.rounds();
    }
  }

  /** Rounds that it takes to find that all nodes are one component. */
  private static int roundsToConnect(LongTable links) {
    try (ConnectLinks connecting = new ConnectLinks(0, LONG + 1, 0, BUCKETS)) {
      List<Row> rows = connecting.run(blocks(BlockTable.LINKS, links)).collectAsList();
      long nodes = 0;
      Set<Long> components = new HashSet<>();
      for (Row row : rows) {
        LongTable assignments = LongTable.decode(BlockTable.block(row));
        nodes += assignments.size();
        for (int each = 0; each < assignments.size(); each++) {
          components.add(assignments.at(each, LinkRows.ASSIGNED_COMPONENT));
        }
      }
      assertThat(nodes).isEqualTo(LONG + 1);
      assertThat(components).containsExactly(smallest(links));
      return connecting.rounds();
    }
  }

  private static LongTable randomLinks(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    LongTable links = LinkRows.links();
    for (int link = 0; link < 300; link++) {
      int node = random.nextInt(400);
      int other = (node + 1 + random.nextInt(398)) % 400;
      links.append(name(node), name(other), Double.doubleToLongBits(random.nextDouble(-1, 7)));
    }
    return links;
  }

  /** Few of the nodes are national ids, so that both kinds have components to undo and to keep. */
  private static LongTable randomEdges(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    LongTable edges = LinkRows.edges();
    for (int edge = 0; edge < 800; edge++) {
      long from = identified(random.nextInt(1_500));
      long to = identified(random.nextInt(1_500));
      NodeKind kind = edge % 3 == 0 ? NodeKind.EMAIL : NodeKind.PHONE;
      if (from != to) {
        edges.append(kind.ordinal(), Math.min(from, to), Math.max(from, to));
      }
    }
    return edges;
  }

  private static long identified(int node) {
    long kind = node % 5 == 0 ? NodeKind.NATIONAL_ID.ordinal() : NodeKind.CONTENT.ordinal();
    return name(node) & -4L | kind;
  }

  /** Spread over all numbers, negative ones too. */
  private static long name(int node) {
    return (node + 1) * 0x9E37_79B9_7F4A_7C15L;
  }

  /** Spread over all buckets, but in the order of the numbers. */
  private static long inOrder(int node) {
    return node * (Long.MAX_VALUE / LONG);
  }

  private static long smallest(LongTable links) {
    long smallest = Long.MAX_VALUE;
    for (int link = 0; link < links.size(); link++) {
      smallest = Math.min(smallest, links.at(link, LinkRows.LINK_FROM));
      smallest = Math.min(smallest, links.at(link, LinkRows.LINK_TO));
    }
    return smallest;
  }

  /** A table in three blocks, one of them empty, wherever its nodes belong. */
  private static Dataset<Row> blocks(int content, LongTable table) {
    List<Row> rows = new ArrayList<>();
    int[] order = new int[table.size()];
    Arrays.setAll(order, row -> row);
    int third = table.size() / 3;
    for (int[] ends : new int[][] {{0, third}, {third, third}, {third, table.size()}}) {
      rows.add(BlockTable.row(0, content, table.encode(order, ends[0], ends[1])));
    }
    return spark.createDataFrame(rows, BlockTable.LINK.columns());
  }

  private static long undone(CountTable counts, NodeKind kind) {
    return counts.at(
        Measure.LINK_JOINS,
        CountTable.ALL_SOURCES,
        kind.ordinal(),
        LinkOutcome.REFUSED_CHAIN.ordinal());
  }

  private static Map<Long, Long> componentOf(Dataset<Row> assignments, int buckets) {
    assertThat(assignments.rdd().getNumPartitions()).isEqualTo(buckets);
    Map<Long, Long> componentOf = new TreeMap<>();
    List<Row> rows = assignments.collectAsList();
    for (Row row : rows) {
      assertThat(BlockTable.content(row)).isEqualTo(BlockTable.ASSIGNMENTS);
      LongTable block = LongTable.decode(BlockTable.block(row));
      componentOf(block)
          .forEach(
              (node, component) -> {
                assertThat(Bucket.of(node, buckets)).isEqualTo(BlockTable.bucket(row));
                assertThat(componentOf.put(node, component)).as("each node once").isNull();
              });
    }
    return componentOf;
  }

  private static Map<Long, Long> componentOf(LongTable assignments) {
    Map<Long, Long> componentOf = new TreeMap<>();
    for (int row = 0; row < assignments.size(); row++) {
      componentOf.put(
          assignments.at(row, LinkRows.ASSIGNED_NODE),
          assignments.at(row, LinkRows.ASSIGNED_COMPONENT));
    }
    return componentOf;
  }
}
