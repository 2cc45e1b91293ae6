package leakcensus.spark.resolve;

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import leakcensus.block.LongTable;
import leakcensus.cluster.ConnectPairs;
import leakcensus.cluster.JudgeStars;
import leakcensus.cluster.NodeWeight;
import leakcensus.cluster.StarRows;
import leakcensus.link.LinkRows;
import leakcensus.spark.function.BlockFunction;
import leakcensus.spark.function.Buckets;
import leakcensus.spark.function.LongBlocks;
import leakcensus.spark.function.Rows;
import leakcensus.spark.function.ZipFunction;
import leakcensus.spark.table.BlockTable;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Does on the executors what {@link ConnectPairs} does in memory: connects all links, believes what
 * is small enough, and connects the rest by stronger links only, step by step.
 *
 * <p>As soon as what is left fits the driver's budget, the driver does it. Jobs, for each step: the
 * rounds, two shuffles that weigh the components, and one that tells how many links are left.
 */
final class ConnectLinksInRounds {

  private final ConnectInRounds rounds;
  private final int maxNodes;
  private final DriverBudget budget;

  ConnectLinksInRounds(ConnectInRounds rounds, int maxNodes, DriverBudget budget) {
    this.rounds = rounds;
    this.maxNodes = maxNodes;
    this.budget = budget;
  }

  /** Nodes in components of two or more, with their component. */
  KeptBlocks connect(Dataset<Row> links, double minLogOdds) {
    double least = minLogOdds;
    Settled open =
        Settled.of(
            rounds.send(
                links
                    .javaRDD()
                    .mapPartitions(
                        new SpreadByLargerNode(
                            BlockTable.LINKS,
                            LinkRows.links().width(),
                            LinkRows.LINK_FROM,
                            LinkRows.LINK_TO,
                            rounds.buckets()))));
    while (!budget.fits(open.left().links())) {
      open = settled(open.blocks(), least);
      least = open.left().nextStep(least);
    }
    return finished(open.blocks(), least);
  }

  /** Assignments of what is small enough, and the links of what is not; lets go what was open. */
  private Settled settled(KeptBlocks open, double least) {
    try (open;
        KeptBlocks stars = rounds.connect(open.rows().mapPartitions(new PairNodes(least)))) {
      return Settled.of(
          rounds
              .weigh(stars, NodeWeight.ANY)
              .zipPartitions(open.rows(), new SettleLinks(least, maxNodes, rounds.buckets())));
    }
  }

  private KeptBlocks finished(KeptBlocks open, double least) {
    try (open) {
      LongTable rest = open.collect(BlockTable.LINKS, LinkRows.links());
      JavaRDD<Row> spread =
          SpreadAssignments.spread(
                  rounds.spark(),
                  ConnectPairs.of(rest, least, maxNodes).assignments(),
                  rounds.buckets())
              .javaRDD();
      return Settled.of(open.rows().zipPartitions(spread, new AddAssignments())).blocks();
    }
  }

  /**
   * What has been found, and what is left.
   *
   * @param blocks assignments of components that are small enough, links of the others
   * @param left how many links are left
   */
  private record Settled(KeptBlocks blocks, LinkExtent left) {

    static Settled of(JavaRDD<Row> rows) {
      KeptBlocks blocks = new KeptBlocks(rows);
      return new Settled(
          blocks,
          blocks.collect(new MeasureLinks()).stream().reduce(LinkExtent.NONE, LinkExtent::plus));
    }
  }

  /**
   * How many links there are.
   *
   * @param links their number
   * @param leastLogOdds the weakest evidence of them
   */
  private record LinkExtent(long links, double leastLogOdds) implements Serializable {

    static final LinkExtent NONE = new LinkExtent(0, Double.POSITIVE_INFINITY);

    LinkExtent plus(LinkExtent other) {
      return new LinkExtent(
          Math.addExact(links, other.links), Math.min(leastLogOdds, other.leastLogOdds));
    }

    /** The first step that leaves a link out: those before it would change nothing. */
    double nextStep(double least) {
      double next = least + ConnectPairs.STEP_LOG_ODDS;
      while (links > 0 && leastLogOdds >= next) {
        next += ConnectPairs.STEP_LOG_ODDS;
      }
      return next;
    }
  }

  /** Measures the links of one bucket. */
  private static final class MeasureLinks implements FlatMapFunction<Iterator<Row>, LinkExtent> {

    private static final long serialVersionUID = 1;

    @Override
    public Iterator<LinkExtent> call(Iterator<Row> blocks) {
      LinkExtent extent = LinkExtent.NONE;
      LongTable links = LongBlocks.gather(blocks, BlockTable.LINKS, LinkRows.links());
      for (int link = 0; link < links.size(); link++) {
        double logOdds = Double.longBitsToDouble(links.at(link, LinkRows.LINK_LOG_ODDS));
        extent = extent.plus(new LinkExtent(1, logOdds));
      }
      return List.of(extent).iterator();
    }
  }

  /** Pairs of the nodes that links of some evidence connect. */
  private static final class PairNodes implements BlockFunction {

    private static final long serialVersionUID = 1;

    private final double least;

    PairNodes(double least) {
      this.least = least;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> blocks) {
      LongTable links = LongBlocks.gather(blocks, BlockTable.LINKS, LinkRows.links());
      LongTable pairs = StarRows.pairs();
      for (int link = 0; link < links.size(); link++) {
        if (Double.longBitsToDouble(links.at(link, LinkRows.LINK_LOG_ODDS)) >= least) {
          pairs.append(links.at(link, LinkRows.LINK_FROM), links.at(link, LinkRows.LINK_TO));
        }
      }
      return List.of(BlockTable.row(0, BlockTable.STARS, pairs.encode())).iterator();
    }
  }

  /** Assigns the nodes of components that are small enough; keeps the links of the others. */
  private static final class SettleLinks implements ZipFunction {

    private static final long serialVersionUID = 1;

    private final double least;
    private final int maxNodes;
    private final int buckets;

    SettleLinks(double least, int maxNodes, int buckets) {
      this.least = least;
      this.maxNodes = maxNodes;
      this.buckets = buckets;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> weighed, Iterator<Row> open) {
      JudgeStars judge = ConnectInRounds.judge(weighed, maxNodes);
      List<Row> rows = LongBlocks.list(open);
      LongTable left = left(LongBlocks.gather(rows, BlockTable.LINKS, LinkRows.links()), judge);
      rows.removeIf(row -> BlockTable.content(row) == BlockTable.LINKS);
      return Rows.inTurn(
          rows.stream(),
          Buckets.split(left, LinkRows.LINK_FROM, BlockTable.LINKS, buckets),
          Buckets.split(
              judge.assignments(), LinkRows.ASSIGNED_NODE, BlockTable.ASSIGNMENTS, buckets));
    }

    private LongTable left(LongTable links, JudgeStars judge) {
      LongTable left = LinkRows.links();
      for (int link = 0; link < links.size(); link++) {
        long node = links.at(link, LinkRows.LINK_FROM);
        long logOdds = links.at(link, LinkRows.LINK_LOG_ODDS);
        if (Double.longBitsToDouble(logOdds) >= least && judge.isRefused(node)) {
          left.append(node, links.at(link, LinkRows.LINK_TO), logOdds);
        }
      }
      return left;
    }
  }

  /** Puts the assignments of executors and driver together. */
  private static final class AddAssignments implements ZipFunction {

    private static final long serialVersionUID = 1;

    @Override
    public Iterator<Row> call(Iterator<Row> settled, Iterator<Row> others) {
      List<Row> rows = LongBlocks.list(settled);
      rows.removeIf(row -> BlockTable.content(row) != BlockTable.ASSIGNMENTS);
      others.forEachRemaining(rows::add);
      return rows.iterator();
    }
  }
}
