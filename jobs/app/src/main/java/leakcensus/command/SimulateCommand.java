package leakcensus.command;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import leakcensus.config.InputException;
import leakcensus.report.LinkageSimulationReport;
import leakcensus.report.RunJson;
import leakcensus.report.SimulationReport;
import leakcensus.report.SimulationRows;
import leakcensus.report.SimulationSummary;
import leakcensus.simulate.Regime;
import leakcensus.simulate.RegimeTotals;
import leakcensus.simulate.SimulateDumps;
import leakcensus.simulate.SimulateLinkage;
import leakcensus.simulate.SimulatedCell;
import leakcensus.simulate.SimulationPlan;
import leakcensus.simulate.TargetVerdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How far the estimates of a dump can be trusted, on made-up dumps. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description = {
      "Draws samples from made-up dumps of known persons and says how often they are",
      "answered, how often the interval holds the truth, how wide it is, and how far",
      "the number is off.",
      "No Spark, no leak; the same seed gives the same numbers.",
      ""
    },
    footer = {
      "",
      "Example:",
      "  leak-census simulate --regimes random-records --law mine=1:80,2:15,9:5",
      ""
    })
public final class SimulateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private LawOptions laws;
  @Mixin private RegimeOption regimes;
  @Mixin private SimulationFolder folder;

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
      description = "Samples of each case (default ${DEFAULT-VALUE}).")
  private int repetitions;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Seed of all draws (default ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--methods",
      paramLabel = "WHICH",
      defaultValue = "selected",
      description = "selected (default), or all: a line for every method as well.")
  private String methods;

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
    try {
      if (linkage) {
        LinkageSimulationReport.print(
            spec.commandLine().getOut(), new SimulateLinkage(repetitions, seed, confidence), json);
        return 0;
      }
      SimulationPlan plan = plan();
      List<Regime> chosen = regimes.chosen();
      folder.check();
      if (!json) {
        print(SimulationReport.header());
      }
      List<SimulatedCell> cells =
          new SimulateDumps(plan)
              .run(chosen, new SimulationProgress(spec.commandLine().getOut(), json, System.err));
      print(
          json
              ? RunJson.text(SimulationReport.json(plan, cells, verdicts(cells))) + "\n"
              : SimulationSummary.text(cells));
      folder.write(SimulationRows.of(plan, cells));
      return 0;
    } catch (IllegalArgumentException fault) {
      throw new InputException(fault.getMessage(), fault);
    }
  }

  private SimulationPlan plan() {
    if (!List.of("selected", "all").contains(methods)) {
      throw new IllegalArgumentException(
          "Unknown methods: %s (must be selected or all)".formatted(methods));
    }
    return new SimulationPlan(
        laws.chosen(), ratios, records, repetitions, seed, confidence, methods.equals("all"));
  }

  private static List<TargetVerdict> verdicts(List<SimulatedCell> cells) {
    return TargetVerdict.of(RegimeTotals.of(cells));
  }

  private void print(String text) {
    PrintWriter out = spec.commandLine().getOut();
    out.print(text);
    out.flush();
  }
}
