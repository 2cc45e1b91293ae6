package leakcensus.spark.resolve;

import java.util.Iterator;
import leakcensus.block.LongTable;
import leakcensus.match.MatchModel;
import leakcensus.match.MatchRows;
import leakcensus.match.OfferReview;
import leakcensus.match.ReviewColumns;
import leakcensus.spark.function.BlockFunction;
import leakcensus.spark.function.Buckets;
import leakcensus.spark.stage.Stage;
import leakcensus.spark.table.BlockTable;
import leakcensus.spark.table.TableSchema;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Sends pairs near the threshold to the bucket of their left node. */
public final class OfferReviewPairs implements Stage {

  private final MatchModel model;
  private final int buckets;

  /** A plan that weighs evidence by a model, over this number of buckets. */
  public OfferReviewPairs(MatchModel model, int buckets) {
    this.model = model;
    this.buckets = buckets;
  }

  @Override
  public String name() {
    return "offer-review-pairs";
  }

  @Override
  public TableSchema reads() {
    return BlockTable.PAIR;
  }

  @Override
  public TableSchema writes() {
    return BlockTable.REVIEW;
  }

  @Override
  public Dataset<Row> plan(Dataset<Row> pairs) {
    return pairs
        .mapPartitions(new OfferBucket(model, buckets), BlockTable.ROWS)
        .repartitionById(buckets, functions.col(BlockTable.BUCKET));
  }

  /** Offers the pairs of one bucket. */
  private static final class OfferBucket implements BlockFunction {

    private static final long serialVersionUID = 1;

    private final MatchModel model;
    private final int buckets;

    OfferBucket(MatchModel model, int buckets) {
      this.model = model;
      this.buckets = buckets;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> blocks) {
      LongTable offered = ReviewColumns.offered();
      while (blocks.hasNext()) {
        Row row = blocks.next();
        if (BlockTable.content(row) == BlockTable.PAIRS) {
          offered.appendAll(OfferReview.offer(pairs(row), model));
        }
      }
      return Buckets.split(offered, ReviewColumns.LEFT, BlockTable.REVIEWS, buckets).iterator();
    }

    private static LongTable pairs(Row row) {
      LongTable pairs = MatchRows.pairs();
      pairs.appendEncoded(BlockTable.block(row));
      return pairs;
    }
  }
}
