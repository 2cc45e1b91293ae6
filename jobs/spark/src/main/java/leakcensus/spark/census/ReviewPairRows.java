package leakcensus.spark.census;

import java.util.List;
import leakcensus.match.ReviewPair;
import leakcensus.spark.table.ReviewTable;
import leakcensus.spark.table.SummaryRows;

/** Rows of the table of pairs for review. */
public final class ReviewPairRows {

  private ReviewPairRows() {}

  /** The rows, in the order of the pairs. */
  public static SummaryRows of(List<ReviewPair> pairs, String runId) {
    SummaryRows rows = new SummaryRows(ReviewTable.TABLE, runId);
    for (ReviewPair pair : pairs) {
      rows.add(
          (long) pair.left().fileId(),
          pair.left().position(),
          (long) pair.left().slot(),
          (long) pair.right().fileId(),
          pair.right().position(),
          (long) pair.right().slot(),
          pair.probability());
    }
    return rows;
  }
}
