package leakcensus.command;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import leakcensus.config.InputException;
import leakcensus.report.LinkageSimulationReport;
import leakcensus.report.RunJson;
import leakcensus.report.SimulationReport;
import leakcensus.simulate.PopulationLaw;
import leakcensus.simulate.SimulateDumps;
import leakcensus.simulate.SimulateLinkage;
import leakcensus.simulate.SimulatedCell;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How far the estimates of a dump can be trusted, on made-up dumps. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description = {
      "Draws samples from made-up dumps of known persons and says how often the interval of the",
      "selected estimate holds the truth, how wide it is, and how far the estimate is off.",
      "No Spark, no leak; the same seed gives the same numbers.",
      ""
    },
    footer = {
      "",
      "Example:",
      "  leak-census simulate --ratios 0.01,0.1 --records 750000 --repetitions 200",
      ""
    })
public final class SimulateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--laws",
      split = ",",
      paramLabel = "LAW",
      description = "Laws of the records per person, by name (default: all).")
  private List<String> laws = new ArrayList<>();

  @Option(
      names = "--ratios",
      split = ",",
      paramLabel = "Q",
      defaultValue = "0.0001,0.001,0.01,0.1",
      description = "Sampled parts of the dump (default ${DEFAULT-VALUE}).")
  private List<Double> ratios = new ArrayList<>();

  @Option(
      names = "--records",
      paramLabel = "N",
      defaultValue = "750000",
      description = "Records of a sample, about (default ${DEFAULT-VALUE}).")
  private double records;

  @Option(
      names = "--repetitions",
      paramLabel = "N",
      defaultValue = "200",
      description = "Samples of each dump (default ${DEFAULT-VALUE}).")
  private int repetitions;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Seed of all draws (default ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--independent-draws",
      description = "Draws records one by one, and tells no size of the dump.")
  private boolean independent;

  @Option(
      names = "--linkage",
      description = {
        "Links the samples with errors, in settings of its own, and holds estimates with and without",
        "correction against the truth; only --repetitions, --seed, --confidence and --json apply."
      })
  private boolean linkage;

  @Option(
      names = "--confidence",
      paramLabel = "C",
      defaultValue = "0.95",
      description = "Nominal coverage of every interval (default ${DEFAULT-VALUE}).")
  private double confidence;

  @Option(names = "--json", description = "Prints one JSON object instead of text.")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try {
      if (linkage) {
        LinkageSimulationReport.print(
            out, new SimulateLinkage(repetitions, seed, confidence), json);
        return 0;
      }
      SimulateDumps simulation = new SimulateDumps(records, repetitions, seed, confidence);
      if (!json) {
        out.print(SimulationReport.header());
      }
      List<SimulatedCell> cells =
          simulation.run(chosen(), checked(ratios), independent, cell -> show(out, cell));
      out.print(
          json
              ? RunJson.text(SimulationReport.json(cells)) + "\n"
              : SimulationReport.medians(cells));
      out.flush();
      return 0;
    } catch (IllegalArgumentException fault) {
      throw new InputException(fault.getMessage(), fault);
    }
  }

  private void show(PrintWriter out, SimulatedCell cell) {
    if (!json) {
      out.print(SimulationReport.line(cell));
      out.flush();
    }
  }

  private List<PopulationLaw> chosen() {
    List<PopulationLaw> all = PopulationLaw.all();
    List<String> names = all.stream().map(PopulationLaw::name).toList();
    for (String law : laws) {
      if (!names.contains(law)) {
        throw new IllegalArgumentException(
            "Unknown law: %s (must be one of %s)".formatted(law, String.join(", ", names)));
      }
    }
    return laws.isEmpty() ? all : all.stream().filter(law -> laws.contains(law.name())).toList();
  }

  private static List<Double> checked(List<Double> ratios) {
    for (double ratio : ratios) {
      if (!(ratio >= 1e-9 && ratio <= 1)) {
        throw new IllegalArgumentException(
            "Invalid sampled ratio: %s (must be 1e-9 to 1)".formatted(ratio));
      }
    }
    return ratios;
  }
}
