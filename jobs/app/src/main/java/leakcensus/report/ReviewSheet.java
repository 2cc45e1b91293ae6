package leakcensus.report;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import leakcensus.match.MentionPosition;
import leakcensus.spark.table.ReviewTable;
import leakcensus.spark.table.SummaryColumn;
import leakcensus.spark.table.SummaryRows;

/** Pairs for review as CSV, with a last column that whoever may see the leak fills in. */
public final class ReviewSheet {

  /** What to do with the sheet. */
  public static final String HOW_TO =
      """
      Look the records up: 'leak-census files --run DIR' names the file of each number; a position is the
      byte at which the record starts (after decompression), or the number of the row (Parquet).
      Fill in the column same, yes or no, and leave it empty where you cannot tell.
      """;

  private static final String ANSWER = "same";

  /** Columns at which the positions of a pair begin, behind the id of the run. */
  private static final int LEFT = 1;

  private static final int RIGHT = 4;

  private ReviewSheet() {}

  /** Header and one line a pair, its answer left open. */
  public static String csv(SummaryRows pairs) {
    StringBuilder csv = new StringBuilder(header());
    pairs.rows().forEach(row -> csv.append(line(row, "")));
    return csv.toString();
  }

  /** The mentions of all pairs. */
  public static Set<MentionPosition> mentions(SummaryRows pairs) {
    Set<MentionPosition> mentions = new HashSet<>();
    for (List<Optional<Object>> row : pairs.rows()) {
      mentions.add(left(row));
      mentions.add(right(row));
    }
    return mentions;
  }

  /** The mention of a pair that stands earlier. */
  static MentionPosition left(List<Optional<Object>> row) {
    return position(row, LEFT);
  }

  /** The other mention of a pair. */
  static MentionPosition right(List<Optional<Object>> row) {
    return position(row, RIGHT);
  }

  static String header() {
    return ReviewTable.TABLE.columns().stream()
            .skip(1)
            .map(SummaryColumn::name)
            .collect(Collectors.joining(","))
        + ","
        + ANSWER
        + "\n";
  }

  static String line(List<Optional<Object>> row, String answer) {
    return row.stream()
            .skip(1)
            .map(cell -> cell.map(Object::toString).orElse(""))
            .collect(Collectors.joining(","))
        + ","
        + answer
        + "\n";
  }

  private static MentionPosition position(List<Optional<Object>> row, int from) {
    return new MentionPosition(
        Math.toIntExact(whole(row, from)),
        whole(row, from + 1),
        Math.toIntExact(whole(row, from + 2)));
  }

  private static long whole(List<Optional<Object>> row, int column) {
    return (Long) row.get(column).orElseThrow();
  }
}
