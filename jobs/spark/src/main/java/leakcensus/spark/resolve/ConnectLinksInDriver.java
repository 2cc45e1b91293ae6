package leakcensus.spark.resolve;

import leakcensus.block.LongTable;
import leakcensus.cluster.ConnectPairs;
import leakcensus.config.InputException;
import leakcensus.link.LinkRows;
import leakcensus.spark.stage.Procedure;
import leakcensus.spark.table.BlockTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;

/**
 * Connects nodes that may be one person, in the driver's memory and within a stated budget.
 *
 * <p>Jobs: one that sums the sizes up, one that fetches the links.
 */
public final class ConnectLinksInDriver implements Procedure<Dataset<Row>, Dataset<Row>> {

  private final double minLogOdds;
  private final int maxNodes;
  private final long budgetBytes;
  private final int buckets;

  /**
   * Connects within a budget.
   *
   * @param minLogOdds evidence from which on a link connects, natural log odds
   * @param maxNodes most nodes of one component
   * @param budgetBytes memory for the links, in bytes
   * @param buckets number of buckets
   */
  public ConnectLinksInDriver(double minLogOdds, int maxNodes, long budgetBytes, int buckets) {
    this.minLogOdds = minLogOdds;
    this.maxNodes = maxNodes;
    this.budgetBytes = budgetBytes;
    this.buckets = buckets;
  }

  @Override
  public String name() {
    return "connect-links";
  }

  /**
   * Nodes in components of two or more, with their component; bucket i in partition i.
   *
   * @throws InputException if the links do not fit the budget
   */
  @Override
  public Dataset<Row> run(Dataset<Row> links) {
    Dataset<Row> kept = links.persist(StorageLevel.MEMORY_AND_DISK());
    try {
      requireBudget(kept);
      LongTable all = LinkRows.links();
      for (Row row : kept.collectAsList()) {
        all.appendEncoded(BlockTable.block(row));
      }
      return SpreadAssignments.spread(
          links.sparkSession(), ConnectPairs.of(all, minLogOdds, maxNodes).assignments(), buckets);
    } finally {
      kept.unpersist();
    }
  }

  private void requireBudget(Dataset<Row> links) {
    Row size =
        links
            .agg(
                functions.coalesce(
                    functions.sum(functions.length(functions.col(BlockTable.BLOCK))),
                    functions.lit(0L)))
            .head();
    long linkCount = size.getLong(0) / (LinkRows.links().width() * Long.BYTES);
    long neededBytes = Math.multiplyExact(linkCount, ConnectPairs.BYTES_PER_PAIR);
    if (neededBytes > budgetBytes) {
      throw new InputException(
          "Cannot connect %,d links in the driver: they need %,d bytes, resolve.driver-budget-bytes is %,d. Raise it and the driver's memory."
              .formatted(linkCount, neededBytes, budgetBytes));
    }
  }
}
