package leakcensus.spark.resolve;

import java.util.Iterator;
import leakcensus.block.LongTable;
import leakcensus.link.MentionGroups;
import leakcensus.link.TrustSettings;
import leakcensus.match.LocateReview;
import leakcensus.match.ReviewColumns;
import leakcensus.spark.function.Buckets;
import leakcensus.spark.function.MentionBlocks;
import leakcensus.spark.function.ZipFunction;
import leakcensus.spark.stage.Stage;
import leakcensus.spark.table.BlockTable;
import leakcensus.spark.table.TableSchema;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Gives pairs for review the position of their left side, and sends them to the right node. */
public final class LocateLeftMentions implements Stage {

  private final Dataset<Row> offered;
  private final TrustSettings trust;
  private final int buckets;

  /**
   * A plan for the pairs offered.
   *
   * @param offered pairs by their left node, bucket i in partition i
   * @param trust the limits of trust that the nodes were formed with
   * @param buckets number of buckets
   */
  public LocateLeftMentions(Dataset<Row> offered, TrustSettings trust, int buckets) {
    BlockTable.REVIEW.require(offered);
    this.offered = offered;
    this.trust = trust;
    this.buckets = buckets;
  }

  @Override
  public String name() {
    return "locate-left-mentions";
  }

  @Override
  public TableSchema reads() {
    return BlockTable.MENTION;
  }

  @Override
  public TableSchema writes() {
    return BlockTable.REVIEW;
  }

  @Override
  public Dataset<Row> plan(Dataset<Row> mentions) {
    return ZipFunction.zip(mentions, offered, new LocateBucket(trust, buckets), BlockTable.REVIEW)
        .repartitionById(buckets, functions.col(BlockTable.BUCKET));
  }

  /** Locates the left nodes of one bucket. */
  private static final class LocateBucket implements ZipFunction {

    private static final long serialVersionUID = 1;

    private final TrustSettings trust;
    private final int buckets;

    LocateBucket(TrustSettings trust, int buckets) {
      this.trust = trust;
      this.buckets = buckets;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> mentions, Iterator<Row> offeredRows) {
      LongTable offered = ReviewColumns.offered();
      offeredRows.forEachRemaining(row -> offered.appendEncoded(BlockTable.block(row)));
      LocateReview locating =
          new LocateReview(new MentionGroups(MentionBlocks.gather(mentions), trust));
      return Buckets.split(
              locating.locateLeft(offered), ReviewColumns.OPEN, BlockTable.REVIEWS, buckets)
          .iterator();
    }
  }
}
