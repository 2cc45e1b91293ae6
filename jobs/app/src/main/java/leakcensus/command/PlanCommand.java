package leakcensus.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import leakcensus.config.InputException;
import leakcensus.estimate.claim.PlanSample;
import leakcensus.estimate.claim.SamplePlan;
import leakcensus.report.PlanReport;
import leakcensus.report.RunJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a sample would tell of a claim, before it is drawn. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    description = {
      "Says how many random records, and from where, tell a claimed number of persons from a part of",
      "it; what a sample of a given size would show; and how exact the linkage must be.",
      "No Spark, no leak.",
      ""
    },
    footer = {
      "",
      "Example:",
      "  leak-census plan --claim 1e9 --records 750000 --sources 3 --one-row-per-person",
      ""
    })
public final class PlanCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--claim",
      required = true,
      paramLabel = "PERSONS",
      description = "Persons who are said to stand behind the dump.")
  private double claim;

  @Option(
      names = "--records",
      required = true,
      paramLabel = "N",
      description = "Records of the sample, all sources together.")
  private double records;

  @Option(
      names = "--sources",
      paramLabel = "S",
      defaultValue = "3",
      description = "Sources that can be drawn from (default ${DEFAULT-VALUE}).")
  private int sources;

  @Option(
      names = "--one-row-per-person",
      description = "Every source holds exactly one record for every person.")
  private boolean onePerPerson;

  @Option(
      names = "--dump-records",
      paramLabel = "R",
      description = "Records of the whole dump, where they are known.")
  private Double dumpRecords;

  @Option(
      names = "--ratio",
      paramLabel = "RATIO",
      defaultValue = "0.5",
      description = "Truth / claim that is to be told from the claim (default ${DEFAULT-VALUE}).")
  private double ratio;

  @Option(
      names = "--power",
      paramLabel = "CHANCE",
      defaultValue = "0.8",
      description = "Wanted chance to do so (default ${DEFAULT-VALUE}).")
  private double power;

  @Option(names = "--json", description = "Prints one JSON object instead of text.")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try {
      OptionalDouble known =
          dumpRecords == null ? OptionalDouble.empty() : OptionalDouble.of(dumpRecords);
      List<SamplePlan> plans =
          new PlanSample(claim, sources, known, ratio, power)
              .plans(records, onePerPerson ? PlanSample.Rows.ONE_A_PERSON : PlanSample.Rows.ANY);
      PlanReport report = new PlanReport(claim, ratio, power, plans);
      out.print(json ? RunJson.text(report.json()) + "\n" : report.text());
      out.flush();
      return 0;
    } catch (IllegalArgumentException fault) {
      throw new InputException(fault.getMessage(), fault);
    }
  }
}
