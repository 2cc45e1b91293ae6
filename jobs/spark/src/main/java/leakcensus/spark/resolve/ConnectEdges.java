package leakcensus.spark.resolve;

import java.util.ArrayList;
import java.util.List;
import leakcensus.block.LongTable;
import leakcensus.count.CountTable;
import leakcensus.link.ContractGraph;
import leakcensus.link.LinkRows;
import leakcensus.spark.function.LongBlocks;
import leakcensus.spark.stage.Procedure;
import leakcensus.spark.table.BlockTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;

/**
 * Connects the nodes of the identity graph: in the driver's memory where its edges fit a stated
 * budget, on the executors in rounds where they do not. Both find the same.
 *
 * <p>Jobs: one that fetches counts, one that sums the sizes up, and one that fetches the edges or
 * those of {@link ConnectEdgesInRounds}. What is found is kept until this is closed.
 */
public final class ConnectEdges implements Procedure<Dataset<Row>, IdentityGraph>, AutoCloseable {

  private final DriverBudget budget;
  private final int buckets;
  private final List<KeptBlocks> found = new ArrayList<>();
  private int rounds;

  /** Connects within this many bytes of the driver, over this number of buckets. */
  public ConnectEdges(long budgetBytes, int buckets) {
    this.budget = new DriverBudget(budgetBytes, ContractGraph.BYTES_PER_EDGE);
    this.buckets = buckets;
  }

  @Override
  public String name() {
    return "connect-edges";
  }

  /** The components of the edges. */
  @Override
  public IdentityGraph run(Dataset<Row> edges) {
    BlockTable.EDGE.require(edges);
    Dataset<Row> kept = edges.persist(StorageLevel.MEMORY_AND_DISK());
    try {
      CountTable counts = new CountTable();
      for (Row row : blocks(kept, BlockTable.COUNTS)) {
        counts.addEncoded(BlockTable.block(row));
      }
      boolean fits = budget.fits(DriverBudget.rows(kept, BlockTable.EDGES, LinkRows.edges()));
      return new IdentityGraph(fits ? inDriver(kept, counts) : onExecutors(kept, counts), counts);
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

  private Dataset<Row> inDriver(Dataset<Row> edges, CountTable counts) {
    LongTable all =
        LongBlocks.gather(blocks(edges, BlockTable.EDGES), BlockTable.EDGES, LinkRows.edges());
    ContractGraph graph = ContractGraph.of(all);
    counts.addAll(graph.counts());
    return SpreadAssignments.spread(edges.sparkSession(), graph.assignments(), buckets);
  }

  private Dataset<Row> onExecutors(Dataset<Row> edges, CountTable counts) {
    ConnectInRounds connecting = new ConnectInRounds(edges.sparkSession(), buckets);
    KeptBlocks connected = new ConnectEdgesInRounds(connecting).connect(edges, counts);
    found.add(connected);
    rounds = connecting.rounds();
    return edges
        .sparkSession()
        .createDataFrame(connected.rows(), BlockTable.ASSIGNMENT.columns())
        .filter(functions.col(BlockTable.CONTENT).equalTo(BlockTable.ASSIGNMENTS));
  }

  private static List<Row> blocks(Dataset<Row> edges, int content) {
    return edges.filter(functions.col(BlockTable.CONTENT).equalTo(content)).collectAsList();
  }
}
