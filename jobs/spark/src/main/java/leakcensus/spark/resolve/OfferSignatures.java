package leakcensus.spark.resolve;

import java.util.Iterator;
import java.util.List;
import leakcensus.compare.Signature;
import leakcensus.spark.function.BlockFunction;
import leakcensus.spark.function.Rows;
import leakcensus.spark.function.SignatureBlocks;
import leakcensus.spark.stage.Stage;
import leakcensus.spark.table.BlockTable;
import leakcensus.spark.table.TableSchema;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Sends signatures to where others share a key with them, and a sample of all to one place. */
public final class OfferSignatures implements Stage {

  private static final long RANKS = 1L << 32;

  private final long ranksInSample;
  private final int buckets;

  /**
   * A plan over this number of buckets.
   *
   * @param sampleRatio share of the signatures that the sample holds, a ratio in [0, 1]
   * @param buckets number of buckets
   */
  public OfferSignatures(double sampleRatio, int buckets) {
    ranksInSample = (long) Math.ceil(sampleRatio * RANKS);
    this.buckets = buckets;
  }

  @Override
  public String name() {
    return "offer-signatures";
  }

  @Override
  public TableSchema reads() {
    return BlockTable.SIGNATURE;
  }

  @Override
  public TableSchema writes() {
    return BlockTable.CANDIDATE;
  }

  @Override
  public Dataset<Row> plan(Dataset<Row> signatures) {
    return signatures
        .mapPartitions(new OfferBucket(ranksInSample, buckets), BlockTable.ROWS)
        .repartitionById(buckets, functions.col(BlockTable.BUCKET));
  }

  /** Offers the signatures of one bucket. */
  private static final class OfferBucket implements BlockFunction {

    private static final long serialVersionUID = 1;

    private final long ranksInSample;
    private final int buckets;

    OfferBucket(long ranksInSample, int buckets) {
      this.ranksInSample = ranksInSample;
      this.buckets = buckets;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> blocks) {
      List<Signature> signatures = SignatureBlocks.gather(blocks);
      List<Signature> sample =
          signatures.stream()
              .filter(signature -> signature.rank() >>> Integer.SIZE < ranksInSample)
              .toList();
      return Rows.inTurn(
          SignatureBlocks.splitByKeys(signatures, buckets),
          SignatureBlocks.rows(0, BlockTable.SAMPLE, sample));
    }
  }
}
