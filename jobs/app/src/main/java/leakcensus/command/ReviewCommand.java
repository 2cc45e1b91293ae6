package leakcensus.command;

import java.util.concurrent.Callable;
import leakcensus.config.InputException;
import leakcensus.report.ReviewSheet;
import leakcensus.spark.table.ReviewTable;
import leakcensus.spark.table.SummaryRows;
import leakcensus.spark.write.CommittedRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists pairs near the threshold for those who may see the leak. */
@Command(
    name = "review",
    mixinStandardHelpOptions = true,
    description = {
      "Lists pairs of mentions near the threshold as CSV, to be looked up by those who may see the",
      "leak: positions of records and the probability that both are one person, never a value.",
      "The last column, same, is for their answer.",
      "",
      "The run needs the table of pairs (output.review-pairs, with resolve.method = matching).",
      ""
    },
    footer = {"", "Example:", "  leak-census review --run leak-census-out --out review.csv", ""})
public final class ReviewCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private RunOption run;
  @Mixin private SheetOption sheet;

  @Override
  public Integer call() {
    sheet.write(ReviewSheet.csv(pairs(run.open())), spec.commandLine().getOut());
    spec.commandLine().getErr().print(ReviewSheet.HOW_TO);
    spec.commandLine().getErr().flush();
    return 0;
  }

  /**
   * The pairs that a run offers.
   *
   * @throws InputException if it offers none
   */
  static SummaryRows pairs(CommittedRun committed) {
    return committed
        .table(ReviewTable.TABLE)
        .orElseThrow(
            () ->
                new InputException(
                    "Missing table review_pair in run %s: run the census again with --set resolve.method=matching --set output.review-pairs=500."
                        .formatted(committed.manifest().runId())));
  }
}
