package leakcensus.spark.resolve;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import leakcensus.compare.Signature;
import leakcensus.match.ComparePairs;
import leakcensus.spark.function.BlockFunction;
import leakcensus.spark.function.LongBlocks;
import leakcensus.spark.function.Rows;
import leakcensus.spark.function.SignatureBlocks;
import leakcensus.spark.stage.Stage;
import leakcensus.spark.table.BlockTable;
import leakcensus.spark.table.TableSchema;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Compares the signatures that share a key; hands the sample on. */
public final class CompareCandidates implements Stage {

  private final int buckets;

  /** A plan over this number of buckets. */
  public CompareCandidates(int buckets) {
    this.buckets = buckets;
  }

  @Override
  public String name() {
    return "compare-candidates";
  }

  @Override
  public TableSchema reads() {
    return BlockTable.CANDIDATE;
  }

  @Override
  public TableSchema writes() {
    return BlockTable.PAIR;
  }

  @Override
  public Dataset<Row> plan(Dataset<Row> candidates) {
    return candidates.mapPartitions(new CompareBucket(buckets), BlockTable.ROWS);
  }

  /** Compares the signatures of one bucket. */
  private static final class CompareBucket implements BlockFunction {

    private static final long serialVersionUID = 1;

    private final int buckets;

    CompareBucket(int buckets) {
      this.buckets = buckets;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> blocks) {
      List<Row> sample = new ArrayList<>();
      List<Signature> signatures = SignatureBlocks.gather(blocks, sample);
      // Bucket i is in partition i.
      int bucket = TaskContext.getPartitionId();
      ComparePairs comparing = new ComparePairs();
      comparing.compare(signatures, bucket, buckets);
      return Rows.inTurn(
          sample.stream(),
          LongBlocks.rows(bucket, BlockTable.PAIRS, comparing.pairs()),
          LongBlocks.rows(bucket, BlockTable.TALLIES, comparing.tally().rows()));
    }
  }
}
