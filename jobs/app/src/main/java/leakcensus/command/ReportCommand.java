package leakcensus.command;

import java.util.Map;
import java.util.concurrent.Callable;
import leakcensus.report.RunJson;
import leakcensus.report.TerminalSummary;
import leakcensus.spark.write.CommittedRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells again what a finished run found, from its tables. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = {"Prints the summary of a finished run again, from its tables.", ""},
    footer = {"", "Example:", "  leak-census report --run leak-census-out", ""})
public final class ReportCommand implements Callable<Integer> {

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
                ? RunJson.text(
                        RunJson.of(
                            committed.tables(), committed.manifest(), committed.path(), Map.of()))
                    + "\n"
                : TerminalSummary.of(committed.tables(), committed.path()));
    spec.commandLine().getOut().flush();
    return 0;
  }
}
