package leakcensus.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import leakcensus.config.InputException;
import leakcensus.pipeline.CommitException;
import leakcensus.spark.synthesise.WriteLeak;
import leakcensus.synthetic.SyntheticSettings;
import leakcensus.synthetic.SyntheticTruth;
import leakcensus.synthetic.TruthJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes a synthetic leak and its truth. */
@Command(
    name = "synthesise",
    mixinStandardHelpOptions = true,
    description = {
      "Writes a synthetic leak with known truth: made-up people, several sources, noise.",
      "",
      "Into the folder go the files of each source, sources.conf (the configuration by which",
      "a census reads them) and truth.json. The same settings always give the same files.",
      ""
    },
    footer = {
      "",
      "Example:",
      "  leak-census synthesise --out /data/leak --set synthesise.persons=100000",
      "",
      "All settings: docs/configuration.md, section synthesise.",
      ""
    })
public final class SynthesiseCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private ConfigOptions options;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder for the leak; must be empty or not exist.")
  private String folder;

  @Option(names = "--json", description = "Prints the truth as one JSON object.")
  private boolean json;

  @Override
  public Integer call() {
    SyntheticSettings settings = options.load().synthesis();
    SyntheticTruth truth =
        SparkSessions.with(
            "leak-census synthesise",
            spark -> {
              try {
                return new WriteLeak(spark).write(settings, folder);
              } catch (IllegalArgumentException fault) {
                throw new InputException(fault.getMessage(), fault);
              } catch (IOException fault) {
                throw CommitException.of("write the synthetic leak", fault);
              }
            });
    spec.commandLine()
        .getOut()
        .print(json ? TruthJson.text(truth).replaceAll("\\s*\\R\\s*", "") + "\n" : text(truth));
    spec.commandLine().getOut().flush();
    return 0;
  }

  private String text(SyntheticTruth truth) {
    return """
        A leak of %,d persons and %,d records; the sample holds %,d of the persons.
        Files, sources.conf and truth.json: %s
        Next: write a configuration with  include "sources.conf"  or run
          leak-census census --config %s/sources.conf
        """
        .formatted(
            truth.dump().persons(), truth.dump().records(), truth.samplePersons(), folder, folder);
  }
}
