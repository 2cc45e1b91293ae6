package leakcensus.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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

  private ReviewSheet() {}

  /** Header and one line a pair. */
  public static String csv(SummaryRows pairs) {
    StringBuilder csv = new StringBuilder(header()).append('\n');
    for (List<Optional<Object>> row : pairs.rows()) {
      String cells =
          row.stream()
              .skip(1)
              .map(cell -> cell.map(Object::toString).orElse(""))
              .collect(Collectors.joining(","));
      csv.append(cells).append(",\n");
    }
    return csv.toString();
  }

  private static String header() {
    return ReviewTable.TABLE.columns().stream()
            .skip(1)
            .map(SummaryColumn::name)
            .collect(Collectors.joining(","))
        + ","
        + ANSWER;
  }
}
