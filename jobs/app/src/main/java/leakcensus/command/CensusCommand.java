package leakcensus.command;

import java.time.Clock;
import java.util.concurrent.Callable;
import leakcensus.config.CensusConfig;
import leakcensus.config.ConfigReader;
import leakcensus.config.LoadedConfig;
import leakcensus.page.ReportFiles;
import leakcensus.pipeline.CensusRun;
import leakcensus.pipeline.Progress;
import leakcensus.pipeline.RunCensus;
import leakcensus.report.RunJson;
import leakcensus.report.TerminalSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The main job. */
@Command(
    name = "census",
    mixinStandardHelpOptions = true,
    description = {
      "Counts the persons of a leaked sample and writes the tables of the run.",
      "",
      "Results go to standard output, progress to standard error.",
      ""
    },
    footer = {
      "",
      "Example:",
      "  leak-census census --config conf/run.conf --set output.path=/data/census",
      ""
    })
public final class CensusCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private ConfigOptions options;

  @Option(names = "--json", description = "Prints one JSON object instead of text.")
  private boolean json;

  @Option(
      names = "--explain",
      description = "Prints every effective setting with its origin, and stops.")
  private boolean explain;

  @Override
  public Integer call() {
    LoadedConfig loaded = options.load();
    CensusConfig config = ConfigReader.read(loaded);
    if (explain) {
      print(loaded.explain());
      return 0;
    }
    Progress progress = new Progress(System.err);
    CensusRun run =
        SparkSessions.safely(
            config.privacy(),
            "leak-census",
            spark ->
                new RunCensus(spark, config, loaded.fingerprint(), progress, Clock.systemUTC())
                    .run());
    print(
        json
            ? RunJson.text(
                    RunJson.of(run.tables(), run.manifest(), run.path(), run.secondsByStep()))
                + "\n"
            : TerminalSummary.of(run.tables(), run.path())
                + "  %s/%s (one page to hand on)%n".formatted(run.path(), ReportFiles.PAGE));
    return 0;
  }

  private void print(String text) {
    spec.commandLine().getOut().print(text);
    spec.commandLine().getOut().flush();
  }
}
