package leakcensus.report;

import java.util.List;
import java.util.Optional;
import leakcensus.match.TrueEntities;
import leakcensus.spark.table.SummaryRows;

/**
 * Pairs for review with their answers, in the format of the sheet that {@link ReviewSheet} leaves
 * open.
 *
 * @param csv header and one line a pair that has an answer
 * @param offered pairs that the run offers
 * @param same pairs of one person
 * @param different pairs of two
 * @param unknown pairs before the last one answered of which the truth says nothing; left out
 */
public record AnsweredSheet(String csv, long offered, long same, long different, long unknown) {

  /** The first of the pairs that the truth knows, at most so many. */
  public static AnsweredSheet of(SummaryRows pairs, TrueEntities truth, int limit) {
    StringBuilder csv = new StringBuilder(ReviewSheet.header());
    long same = 0;
    long different = 0;
    long unknown = 0;
    for (List<Optional<Object>> row : pairs.rows()) {
      if (same + different == limit) {
        break;
      }
      Optional<Boolean> answer = truth.isSame(ReviewSheet.left(row), ReviewSheet.right(row));
      if (answer.isEmpty()) {
        unknown++;
      } else {
        csv.append(ReviewSheet.line(row, answer.get() ? "yes" : "no"));
        same += answer.get() ? 1 : 0;
        different += answer.get() ? 0 : 1;
      }
    }
    return new AnsweredSheet(csv.toString(), pairs.rows().size(), same, different, unknown);
  }

  /** Pairs with an answer. */
  public long answered() {
    return same + different;
  }

  /** What was done, and what to do with it. */
  public String summary() {
    return """
        Answered %,d of %,d pairs: %,d one person, %,d two. Without a true entity: %,d.
        Give the sheet to a census of the same files with --set resolve.matching.labels=FILE.
        """
        .formatted(answered(), offered, same, different, unknown);
  }
}
