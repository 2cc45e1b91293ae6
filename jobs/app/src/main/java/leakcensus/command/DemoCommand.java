package leakcensus.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import leakcensus.config.ConfigReader;
import leakcensus.config.LoadedConfig;
import leakcensus.pipeline.DemoResult;
import leakcensus.pipeline.Progress;
import leakcensus.pipeline.RunDemo;
import leakcensus.report.DemoSummary;
import leakcensus.report.RunJson;
import leakcensus.report.TerminalSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows on made-up people what a census does. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Makes up a leak with known truth, runs the census on it, and holds the result against the",
      "truth.",
      ""
    },
    footer = {"", "Example:", "  leak-census demo --seed 7", ""})
public final class DemoCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Another number gives another leak (default: the one of the documentation).")
  private Long seed;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "leak-census-demo",
      description = "Folder for the leak and the run (default leak-census-demo).")
  private Path folder;

  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      description = "Overrides one setting, such as synthesise.persons=100000.")
  private List<String> settings = new ArrayList<>();

  @Option(names = "--json", description = "Prints one JSON object instead of text.")
  private boolean json;

  @Override
  public Integer call() {
    List<String> synthesis = new ArrayList<>(settings);
    Optional.ofNullable(seed).ifPresent(number -> synthesis.add("synthesise.seed=" + number));
    // Faults of the settings show before Spark starts.
    LoadedConfig loaded = LoadedConfig.load(Optional.empty(), synthesis);
    ConfigReader.read(loaded);
    loaded.synthesis();
    Progress progress = StandardError.progress();
    DemoResult result =
        SparkSessions.with(
            "leak-census demo", spark -> new RunDemo(spark, folder, synthesis, progress).run());
    spec.commandLine()
        .getOut()
        .print(
            json
                ? RunJson.text(DemoSummary.json(result)) + "\n"
                : TerminalSummary.of(result.run().tables(), result.run().path())
                    + DemoSummary.text(result));
    spec.commandLine().getOut().flush();
    return 0;
  }
}
