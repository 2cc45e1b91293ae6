package leakcensus.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import leakcensus.config.CensusConfig;
import leakcensus.config.InputException;
import leakcensus.pipeline.EvaluateRun;
import leakcensus.report.Evaluation;
import leakcensus.report.RunJson;
import leakcensus.spark.evaluate.PersonScore;
import leakcensus.spark.evaluate.TruthColumns;
import leakcensus.spark.write.CommittedRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Scores a run against truth. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = {
      "Scores persons and estimates of a finished run against known truth: relative error of the",
      "number of persons, whether intervals cover, pairwise and B-cubed precision, recall and F1.",
      "",
      "The run needs the table of assignments (output.assignments = true). All true entities count as",
      "persons, but for those that --truth-organisations marks: a person whom the run holds for an",
      "organisation is an error of the run.",
      ""
    },
    footer = {
      "",
      "Example:",
      "  leak-census evaluate --run out --truth-source leak/sources.conf \\",
      "      --truth-column true_entity --truth-totals leak/truth.json",
      ""
    })
public final class EvaluateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private RunOption run;
  @Mixin private TruthOptions truth;

  @Option(
      names = "--truth-organisations",
      paramLabel = "NAME=VALUE",
      description =
          "Column that tells organisations from persons, and what it holds in all records of an"
              + " organisation; these are left out. Slots as for --truth-column.")
  private String organisations;

  @Option(
      names = "--truth-totals",
      paramLabel = "FILE",
      description = "Totals of the truth as synthesise writes them: adds dump and field coverage.")
  private Path totals;

  @Option(names = "--json", description = "Prints one JSON object instead of text.")
  private boolean json;

  @Override
  public Integer call() {
    CommittedRun committed = run.open();
    CensusConfig sources = truth.sources();
    TruthColumns columns = new TruthColumns(truth.column(), marked());
    Optional<JsonNode> truthTotals = Optional.ofNullable(totals).map(EvaluateCommand::read);
    PersonScore score =
        SparkSessions.safely(
            sources.privacy(),
            "leak-census evaluate",
            spark -> new EvaluateRun(spark, committed, sources, columns).score());
    Evaluation evaluation = new Evaluation(committed.tables(), score, truthTotals);
    spec.commandLine()
        .getOut()
        .print(json ? RunJson.text(evaluation.json()) + "\n" : evaluation.text());
    spec.commandLine().getOut().flush();
    return 0;
  }

  private Optional<TruthColumns.Marked> marked() {
    try {
      return Optional.ofNullable(organisations).map(TruthColumns.Marked::of);
    } catch (IllegalArgumentException fault) {
      throw new InputException(
          "Cannot read --truth-organisations: %s.".formatted(fault.getMessage()), fault);
    }
  }

  private static JsonNode read(Path file) {
    try {
      return new ObjectMapper().readTree(file.toFile());
    } catch (IOException fault) {
      throw new InputException(
          "Cannot read --truth-totals: %s.".formatted(fault.getClass().getSimpleName()));
    }
  }
}
