package leakcensus.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import leakcensus.config.InputException;
import leakcensus.pipeline.CommitException;
import leakcensus.recirculated.RecirculatedSettings;
import leakcensus.recirculated.RecirculatedTruth;
import leakcensus.recirculated.WriteRecirculated;
import leakcensus.register.RegisterColumn;
import leakcensus.register.RegisterSettings;
import leakcensus.register.RegisterTruth;
import leakcensus.register.WriteRegister;
import leakcensus.spark.synthesise.WriteLeak;
import leakcensus.synthetic.SyntheticSettings;
import leakcensus.synthetic.SyntheticTruth;
import leakcensus.synthetic.TruthJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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
      "",
      "With --register: one source as a register has it, without trusted ids unless they are asked",
      "for; census.conf then holds all that a census of it needs.",
      "",
      "With --recirculated: a file of far more rows than people, as goes round after a leak; every",
      "step of the funnel is planted, and truth.json says how.",
      ""
    },
    footer = {
      "",
      "Example:",
      "  leak-census synthesise --out /data/leak --set synthesise.persons=100000",
      "  leak-census synthesise --register --vary --seed 7 --out /data/register",
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

  @Option(names = "--register", description = "Writes a register instead of several sources.")
  private boolean register;

  @Option(
      names = "--recirculated",
      description = "Writes a file of far more rows than people, each step of the funnel planted.")
  private boolean recirculated;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Another number gives another leak; the same as to --set its seed.")
  private Long seed;

  @Option(
      names = "--vary",
      description = "Draws what is not set of a register at random, by its seed.")
  private boolean vary;

  @Option(
      names = "--trusted-ratio",
      paramLabel = "RATIO",
      description = "Records of a register with a valid resident id of mainland China (default 0).")
  private Double trustedRatio;

  @Option(names = "--json", description = "Prints the truth as one JSON object.")
  private boolean json;

  @Override
  public Integer call() {
    if (register && recirculated) {
      throw new ParameterException(
          spec.commandLine(), "Options --register and --recirculated exclude each other");
    }
    if (register) {
      return writeRegister(options.load(registerSettings()).register());
    }
    if (vary || trustedRatio != null) {
      throw new ParameterException(
          spec.commandLine(), "Options --vary and --trusted-ratio need --register");
    }
    if (recirculated) {
      List<String> stated =
          seed == null ? List.of() : List.of("synthesise.recirculated.seed=" + seed);
      return writeRecirculated(options.load(stated).recirculated());
    }
    List<String> more = seed == null ? List.of() : List.of("synthesise.seed=" + seed);
    return writeLeak(options.load(more).synthesis());
  }

  private int writeLeak(SyntheticSettings settings) {
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
    print(json ? line(TruthJson.text(truth)) : text(truth));
    return 0;
  }

  /** Made by this process alone: the driver's folder, and no session. */
  private int writeRegister(RegisterSettings settings) {
    try {
      RegisterTruth truth = new WriteRegister(settings).write(Path.of(folder));
      print(json ? line(truth.json()) : text(truth));
      return 0;
    } catch (IllegalArgumentException fault) {
      throw new InputException(fault.getMessage(), fault);
    } catch (IOException fault) {
      throw CommitException.of("write the made-up register", fault);
    }
  }

  /** Made by this process alone, as a register is. */
  private int writeRecirculated(RecirculatedSettings settings) {
    try {
      RecirculatedTruth truth = new WriteRecirculated(settings).write(Path.of(folder));
      print(json ? line(truth.json()) : text(truth));
      return 0;
    } catch (IllegalArgumentException fault) {
      throw new InputException(fault.getMessage(), fault);
    } catch (IOException fault) {
      throw CommitException.of("write the recirculated file", fault);
    }
  }

  private List<String> registerSettings() {
    List<String> settings = new ArrayList<>();
    if (seed != null) {
      settings.add("synthesise.register.seed=" + seed);
    }
    if (vary) {
      settings.add("synthesise.register.vary=true");
    }
    if (trustedRatio != null) {
      settings.add("synthesise.register.trusted-ratio=" + trustedRatio);
    }
    return settings;
  }

  private void print(String text) {
    spec.commandLine().getOut().print(text);
    spec.commandLine().getOut().flush();
  }

  private static String line(String json) {
    return json.lines().map(String::strip).collect(Collectors.joining()) + "\n";
  }

  private String text(RegisterTruth truth) {
    return """
    A register of %,d persons in %,d records.
    Files, census.conf and truth.json: %s
    Next:
      leak-census census --config %s/census.conf
      leak-census evaluate --run leak-census-out --truth-source %s/census.conf --truth-column %s
    """
        .formatted(
            truth.tally().persons(),
            truth.tally().records(),
            folder,
            folder,
            folder,
            RegisterColumn.TRUE_PERSON);
  }

  private String text(RecirculatedTruth truth) {
    return """
    A file of %,d rows that holds %,d valid ids.
    Files, census.conf and truth.json: %s
    Next: leak-census census --config %s/census.conf
    """
        .formatted(truth.settings().rows(), truth.settings().checkedIds(), folder, folder);
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
