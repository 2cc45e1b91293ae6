package leakcensus.command;

import java.util.concurrent.Callable;
import leakcensus.config.CensusConfig;
import leakcensus.config.InputException;
import leakcensus.match.TrueEntities;
import leakcensus.pipeline.LookUpEntities;
import leakcensus.report.AnsweredSheet;
import leakcensus.report.ReviewSheet;
import leakcensus.spark.table.SummaryRows;
import leakcensus.spark.write.CommittedRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Answers pairs for review by known truth. */
@Command(
    name = "labels",
    mixinStandardHelpOptions = true,
    description = {
      "Answers the pairs that a finished run offers for review by a column of truth, and writes the",
      "sheet of 'review' with its column same filled in: positions of records and yes or no, never",
      "a value. A census of the same files takes it as resolve.matching.labels.",
      "",
      "The run needs the table of pairs (output.review-pairs, with resolve.method = matching).",
      "Its pairs are spread over the bands of probability, and so are the first of them. Pairs of",
      "which the truth says nothing are left out.",
      ""
    },
    footer = {
      "",
      "Example:",
      "  leak-census labels --run out --truth-source leak/census.conf \\",
      "      --truth-column true_person --pairs 100 --out labels.csv",
      ""
    })
public final class LabelsCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private RunOption run;
  @Mixin private TruthOptions truth;

  @Option(
      names = "--pairs",
      paramLabel = "N",
      description = "At most this many pairs; without it all that the run offers.")
  private Integer pairs;

  @Mixin private SheetOption sheet;

  @Override
  public Integer call() {
    if (pairs != null && pairs < 1) {
      throw new ParameterException(
          spec.commandLine(), "Invalid --pairs: %d (must be at least 1)".formatted(pairs));
    }
    sheet.requireNew();
    CommittedRun committed = run.open();
    SummaryRows offered = ReviewCommand.pairs(committed);
    CensusConfig sources = truth.sources();
    TrueEntities entities =
        SparkSessions.safely(
            sources.privacy(),
            "leak-census labels",
            spark ->
                new LookUpEntities(spark, committed, sources, truth.column())
                    .of(ReviewSheet.mentions(offered)));
    AnsweredSheet answered =
        AnsweredSheet.of(offered, entities, pairs == null ? Integer.MAX_VALUE : pairs);
    if (answered.answered() == 0) {
      throw new InputException(
          "Cannot answer any of %d pairs: the truth does not know both mentions. Check --truth-source and --truth-column."
              .formatted(answered.offered()));
    }
    sheet.write(answered.csv(), spec.commandLine().getOut());
    spec.commandLine().getErr().print(answered.summary());
    spec.commandLine().getErr().flush();
    return 0;
  }
}
