package leakcensus.spark.resolve;

import java.util.List;
import leakcensus.block.LongTable;
import leakcensus.match.ChooseReview;
import leakcensus.match.ReviewPair;
import leakcensus.spark.stage.Procedure;
import leakcensus.spark.table.BlockTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Fetches the pairs for review.
 *
 * <p>Jobs: one, which fetches at most the limit for each of ten bands.
 */
public final class ChooseReviewPairs implements Procedure<Dataset<Row>, List<ReviewPair>> {

  private final int limit;

  /** A choice of at most this many pairs. */
  public ChooseReviewPairs(int limit) {
    this.limit = limit;
  }

  @Override
  public String name() {
    return "choose-review-pairs";
  }

  @Override
  public List<ReviewPair> run(Dataset<Row> located) {
    BlockTable.REVIEW.require(located);
    ChooseReview choosing = new ChooseReview(limit);
    for (Row row : located.collectAsList()) {
      choosing.add(LongTable.decode(BlockTable.block(row)));
    }
    return choosing.chosen();
  }
}
