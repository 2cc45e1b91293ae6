package leakcensus.spark.resolve;

import java.util.ArrayList;
import java.util.List;
import leakcensus.block.LongTable;
import leakcensus.cluster.ConnectPairs;
import leakcensus.link.LinkRows;
import leakcensus.spark.function.LongBlocks;
import leakcensus.spark.stage.Procedure;
import leakcensus.spark.table.BlockTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * Connects nodes that may be one person: in the driver's memory where the links fit a stated
 * budget, on the executors in rounds where they do not. Both find the same.
 *
 * <p>Jobs: one that sums the sizes up and one that fetches the links, or those of {@link
 * ConnectLinksInRounds}. What is found is kept until this is closed.
 */
public final class ConnectLinks implements Procedure<Dataset<Row>, Dataset<Row>>, AutoCloseable {

  private final double minLogOdds;
  private final int maxNodes;
  private final DriverBudget budget;
  private final int buckets;
  private final List<KeptBlocks> found = new ArrayList<>();
  private int rounds;

  /**
   * Connects within a budget.
   *
   * @param minLogOdds evidence from which on a link connects, natural log odds
   * @param maxNodes most nodes of one component
   * @param budgetBytes memory of the driver for the links, in bytes
   * @param buckets number of buckets
   */
  public ConnectLinks(double minLogOdds, int maxNodes, long budgetBytes, int buckets) {
    this.minLogOdds = minLogOdds;
    this.maxNodes = maxNodes;
    this.budget = new DriverBudget(budgetBytes, ConnectPairs.BYTES_PER_PAIR);
    this.buckets = buckets;
  }

  @Override
  public String name() {
    return "connect-links";
  }

  /** Nodes in components of two or more, with their component; bucket i in partition i. */
  @Override
  public Dataset<Row> run(Dataset<Row> links) {
    BlockTable.LINK.require(links);
    Dataset<Row> kept = links.persist(StorageLevel.MEMORY_AND_DISK());
    try {
      boolean fits = budget.fits(DriverBudget.rows(kept, BlockTable.LINKS, LinkRows.links()));
      return fits ? inDriver(kept) : onExecutors(kept);
    } finally {
      kept.unpersist();
    }
  }

  /** Rounds on the executors; 0 where the driver has done it. */
  public int rounds() {
    return rounds;
  }

  @Override
  public void close() {
    found.forEach(KeptBlocks::close);
  }

  private Dataset<Row> inDriver(Dataset<Row> links) {
    LongTable all = LongBlocks.gather(links.collectAsList(), BlockTable.LINKS, LinkRows.links());
    return SpreadAssignments.spread(
        links.sparkSession(), ConnectPairs.of(all, minLogOdds, maxNodes).assignments(), buckets);
  }

  private Dataset<Row> onExecutors(Dataset<Row> links) {
    ConnectInRounds connecting = new ConnectInRounds(links.sparkSession(), buckets);
    KeptBlocks connected =
        new ConnectLinksInRounds(connecting, maxNodes, budget).connect(links, minLogOdds);
    found.add(connected);
    rounds = connecting.rounds();
    return links.sparkSession().createDataFrame(connected.rows(), BlockTable.ASSIGNMENT.columns());
  }
}
