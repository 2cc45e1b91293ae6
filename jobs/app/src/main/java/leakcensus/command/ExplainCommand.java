package leakcensus.command;

import java.util.concurrent.Callable;
import leakcensus.report.ExplainReport;
import leakcensus.report.RunJson;
import leakcensus.spark.write.CommittedRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells why mentions were joined or kept apart. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = {
      "Tells why mentions were joined or kept apart, in numbers only: what agreement of each field",
      "says, how sure the pairs are, what brought mentions together, which identifiers were not",
      "believed.",
      ""
    },
    footer = {"", "Example:", "  leak-census explain --run leak-census-out", ""})
public final class ExplainCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private RunOption run;

  @Option(names = "--json", description = "Prints one JSON object instead of text.")
  private boolean json;

  @Override
  public Integer call() {
    CommittedRun committed = run.open();
    spec.commandLine()
        .getOut()
        .print(
            json
                ? RunJson.text(ExplainReport.json(committed.tables(), committed.manifest())) + "\n"
                : ExplainReport.text(committed.tables()));
    spec.commandLine().getOut().flush();
    return 0;
  }
}
