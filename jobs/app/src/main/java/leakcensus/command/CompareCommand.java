package leakcensus.command;

import java.util.concurrent.Callable;
import leakcensus.config.CensusConfig;
import leakcensus.config.ConfigReader;
import leakcensus.pipeline.CompareRuns;
import leakcensus.pipeline.RunOverlap;
import leakcensus.report.OverlapReport;
import leakcensus.report.RunJson;
import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells how many persons two runs have in common. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = {
      "Tells how many persons two finished runs have in common, such as those of two leaks.",
      "",
      "Both must have been counted under the lasting key that is given (privacy.key), by one",
      "version. Nothing of either leak is read again.",
      ""
    },
    footer = {
      "",
      "Example:",
      "  leak-census compare --run out-a --with out-b --set privacy.key.file=/secure/leak.key",
      ""
    })
public final class CompareCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private RunOption run;
  @Mixin private ConfigOptions options;

  @Option(
      names = "--with",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the other run, or its output folder for the newest one.")
  private String other;

  @Option(names = "--json", description = "Prints one JSON object instead of text.")
  private boolean json;

  @Override
  public Integer call() {
    CensusConfig config = ConfigReader.read(options.load());
    Configuration hadoop = new Configuration();
    RunOverlap overlap = new CompareRuns(config, hadoop).compare(run.open(), run.open(other));
    spec.commandLine()
        .getOut()
        .print(
            json ? RunJson.text(OverlapReport.json(overlap)) + "\n" : OverlapReport.text(overlap));
    spec.commandLine().getOut().flush();
    return 0;
  }
}
