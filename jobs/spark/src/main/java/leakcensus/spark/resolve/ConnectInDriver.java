package leakcensus.spark.resolve;

import java.util.List;
import leakcensus.block.LongTable;
import leakcensus.config.InputException;
import leakcensus.count.CountTable;
import leakcensus.link.ContractGraph;
import leakcensus.link.LinkRows;
import leakcensus.spark.stage.Procedure;
import leakcensus.spark.table.BlockTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;

/**
 * Connects the nodes of the identity graph in the driver's memory, within a stated budget.
 *
 * <p>Jobs: one that sums the sizes up, one that fetches the edges.
 */
public final class ConnectInDriver implements Procedure<Dataset<Row>, IdentityGraph> {

  private final long budgetBytes;
  private final int buckets;

  /** Connects within this many bytes. */
  public ConnectInDriver(long budgetBytes, int buckets) {
    this.budgetBytes = budgetBytes;
    this.buckets = buckets;
  }

  @Override
  public String name() {
    return "connect-components";
  }

  /**
   * The components of the edges.
   *
   * @throws InputException if the graph does not fit the budget
   */
  @Override
  public IdentityGraph run(Dataset<Row> edges) {
    Dataset<Row> kept = edges.persist(StorageLevel.MEMORY_AND_DISK());
    try {
      CountTable counts = new CountTable();
      for (Row row : blocks(kept, BlockTable.COUNTS)) {
        counts.addEncoded(BlockTable.block(row));
      }
      requireBudget(kept);
      LongTable all = LinkRows.edges();
      for (Row row : blocks(kept, BlockTable.EDGES)) {
        all.appendEncoded(BlockTable.block(row));
      }
      ContractGraph graph = ContractGraph.of(all);
      counts.addAll(graph.counts());
      return new IdentityGraph(
          SpreadAssignments.spread(edges.sparkSession(), graph.assignments(), buckets), counts);
    } finally {
      kept.unpersist();
    }
  }

  private static List<Row> blocks(Dataset<Row> edges, int content) {
    return edges.filter(functions.col(BlockTable.CONTENT).equalTo(content)).collectAsList();
  }

  private void requireBudget(Dataset<Row> edges) {
    Row size =
        edges
            .filter(functions.col(BlockTable.CONTENT).equalTo(BlockTable.EDGES))
            .agg(
                functions.coalesce(
                    functions.sum(functions.length(functions.col(BlockTable.BLOCK))),
                    functions.lit(0L)))
            .head();
    long edgeCount = size.getLong(0) / (LinkRows.edges().width() * Long.BYTES);
    long neededBytes = Math.multiplyExact(edgeCount, ContractGraph.BYTES_PER_EDGE);
    if (neededBytes > budgetBytes) {
      throw new InputException(
          "Cannot connect %,d links in the driver: they need %,d bytes, resolve.driver-budget-bytes is %,d. Raise it and the driver's memory."
              .formatted(edgeCount, neededBytes, budgetBytes));
    }
  }
}
