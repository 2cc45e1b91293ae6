package leakcensus.spark.resolve;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import leakcensus.block.LongTable;
import leakcensus.cluster.JudgeStars;
import leakcensus.cluster.NodeWeight;
import leakcensus.cluster.StarRows;
import leakcensus.count.CountTable;
import leakcensus.count.Measure;
import leakcensus.link.ContractGraph;
import leakcensus.link.LinkOutcome;
import leakcensus.link.LinkRows;
import leakcensus.link.NodeKind;
import leakcensus.spark.function.BlockFunction;
import leakcensus.spark.function.Buckets;
import leakcensus.spark.function.LongBlocks;
import leakcensus.spark.function.Rows;
import leakcensus.spark.function.ZipFunction;
import leakcensus.spark.table.BlockTable;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Does on the executors what {@link ContractGraph} does in memory: takes edges by kind, and drops
 * those of a kind inside a component that they would give two national ids which no mention holds
 * together.
 *
 * <p>Jobs, for each kind, that of national ids only where some are held together: the rounds, two
 * shuffles that count ids, and one that fetches how many joins were undone.
 */
final class ConnectEdgesInRounds {

  private static final long MOST_IDS = 1;
  private static final long ANY_NUMBER = Long.MAX_VALUE;

  private final ConnectInRounds rounds;

  ConnectEdgesInRounds(ConnectInRounds rounds) {
    this.rounds = rounds;
  }

  /** Nodes in components of two or more, with their component; adds what was undone to counts. */
  KeptBlocks connect(Dataset<Row> edges, CountTable counts) {
    KeptBlocks spread =
        new KeptBlocks(
            rounds.send(
                edges
                    .javaRDD()
                    .mapPartitions(
                        new SpreadByLargerNode(
                            BlockTable.EDGES,
                            LinkRows.edges().width(),
                            LinkRows.EDGE_FROM,
                            LinkRows.EDGE_TO,
                            rounds.buckets()))));
    if (idJoins(counts) == 0) {
      return joined(joined(spread, NodeKind.EMAIL, counts), NodeKind.PHONE, counts);
    }
    try (KeptBlocks identities = identities(spread)) {
      KeptBlocks byEmail = joined(identities, Optional.of(identities), NodeKind.EMAIL, counts);
      try (byEmail) {
        return joined(byEmail, Optional.of(identities), NodeKind.PHONE, counts);
      }
    }
  }

  private static long idJoins(CountTable counts) {
    long joins = 0;
    for (LinkOutcome outcome : LinkOutcome.values()) {
      joins +=
          counts.at(
              Measure.LINK_JOINS,
              CountTable.ALL_SOURCES,
              NodeKind.NATIONAL_ID.ordinal(),
              outcome.ordinal());
    }
    return joins;
  }

  /** Nodes that share national ids, and the edges of the other kinds; lets go what was. */
  private KeptBlocks identities(KeptBlocks spread) {
    NodeKind kind = NodeKind.NATIONAL_ID;
    try (spread;
        KeptBlocks stars = rounds.connect(spread.rows().mapPartitions(new PairNodes(kind)))) {
      KeptBlocks identities =
          new KeptBlocks(
              rounds
                  .weigh(stars, NodeWeight.NATIONAL_ID)
                  .zipPartitions(
                      spread.rows(), new SettleEdges(kind, ANY_NUMBER, rounds.buckets())));
      identities.collect(BlockTable.CHANGES, new LongTable(1));
      return identities;
    }
  }

  /** Assignments after the edges of one kind, and the edges of the others; lets go what was. */
  private KeptBlocks joined(KeptBlocks standing, NodeKind kind, CountTable counts) {
    try (standing) {
      return joined(standing, Optional.empty(), kind, counts);
    }
  }

  private KeptBlocks joined(
      KeptBlocks standing, Optional<KeptBlocks> identities, NodeKind kind, CountTable counts) {
    try (KeptBlocks stars = rounds.connect(standing.rows().mapPartitions(new PairNodes(kind)))) {
      KeptBlocks joined =
          new KeptBlocks(
              weighed(stars, identities)
                  .zipPartitions(
                      standing.rows(), new SettleEdges(kind, MOST_IDS, rounds.buckets())));
      LongTable undone = joined.collect(BlockTable.CHANGES, new LongTable(1));
      for (int row = 0; row < undone.size(); row++) {
        counts.add(
            Measure.LINK_JOINS,
            CountTable.ALL_SOURCES,
            kind.ordinal(),
            LinkOutcome.REFUSED_CHAIN.ordinal(),
            undone.at(row, 0));
      }
      return joined;
    }
  }

  private JavaRDD<Row> weighed(KeptBlocks stars, Optional<KeptBlocks> identities) {
    return identities
        .map(known -> rounds.weigh(stars, known))
        .orElseGet(() -> rounds.weigh(stars, NodeWeight.NATIONAL_ID));
  }

  /** Pairs of the nodes that edges of one kind join, and of those that are joined already. */
  private static final class PairNodes implements BlockFunction {

    private static final long serialVersionUID = 1;

    private final NodeKind kind;

    PairNodes(NodeKind kind) {
      this.kind = kind;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> blocks) {
      List<Row> rows = LongBlocks.list(blocks);
      LongTable edges = LongBlocks.gather(rows, BlockTable.EDGES, LinkRows.edges());
      LongTable standing = LongBlocks.gather(rows, BlockTable.ASSIGNMENTS, LinkRows.assignments());
      LongTable pairs = StarRows.pairs();
      for (int edge = 0; edge < edges.size(); edge++) {
        if (edges.at(edge, LinkRows.EDGE_KIND) == kind.ordinal()) {
          pairs.append(edges.at(edge, LinkRows.EDGE_FROM), edges.at(edge, LinkRows.EDGE_TO));
        }
      }
      for (int row = 0; row < standing.size(); row++) {
        long node = standing.at(row, LinkRows.ASSIGNED_NODE);
        long smallest = standing.at(row, LinkRows.ASSIGNED_COMPONENT);
        if (node != smallest) {
          pairs.append(node, smallest);
        }
      }
      return List.of(BlockTable.row(0, BlockTable.STARS, pairs.encode())).iterator();
    }
  }

  /** Assigns nodes anew where their component has so many national ids at most. */
  private static final class SettleEdges implements ZipFunction {

    private static final long serialVersionUID = 1;

    private final NodeKind kind;
    private final long mostIds;
    private final int buckets;

    SettleEdges(NodeKind kind, long mostIds, int buckets) {
      this.kind = kind;
      this.mostIds = mostIds;
      this.buckets = buckets;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> weighed, Iterator<Row> standing) {
      JudgeStars judge = ConnectInRounds.judge(weighed, mostIds);
      List<Row> rows = LongBlocks.list(standing);
      LongTable edges = LongBlocks.gather(rows, BlockTable.EDGES, LinkRows.edges());
      LongTable before = LongBlocks.gather(rows, BlockTable.ASSIGNMENTS, LinkRows.assignments());
      LongTable others = LinkRows.edges();
      long undone = 0;
      for (int edge = 0; edge < edges.size(); edge++) {
        long from = edges.at(edge, LinkRows.EDGE_FROM);
        if (edges.at(edge, LinkRows.EDGE_KIND) != kind.ordinal()) {
          others.append(edges.at(edge, LinkRows.EDGE_KIND), from, edges.at(edge, LinkRows.EDGE_TO));
        } else if (judge.isRefused(from)) {
          undone++;
        }
      }
      LongTable assignments = judge.assignments();
      for (int row = 0; row < before.size(); row++) {
        long node = before.at(row, LinkRows.ASSIGNED_NODE);
        if (judge.isRefused(node)) {
          assignments.append(node, before.at(row, LinkRows.ASSIGNED_COMPONENT));
        }
      }
      return rows(assignments, others, undone);
    }

    private Iterator<Row> rows(LongTable assignments, LongTable edges, long undone) {
      LongTable changes = new LongTable(1);
      if (undone > 0) {
        changes.append(undone);
      }
      return Rows.inTurn(
          Buckets.split(assignments, LinkRows.ASSIGNED_NODE, BlockTable.ASSIGNMENTS, buckets),
          Buckets.split(edges, LinkRows.EDGE_FROM, BlockTable.EDGES, buckets),
          LongBlocks.rows(0, BlockTable.CHANGES, changes));
    }
  }
}
