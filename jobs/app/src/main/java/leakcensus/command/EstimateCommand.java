package leakcensus.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import leakcensus.config.InputException;
import leakcensus.estimate.EstimatePersons;
import leakcensus.estimate.FrequencyOfFrequencies;
import leakcensus.estimate.GoodTuringCoverage;
import leakcensus.estimate.LinkageBounds;
import leakcensus.estimate.PersonEstimate;
import leakcensus.estimate.SampleCounts;
import leakcensus.estimate.SampleDesign;
import leakcensus.report.EstimateReport;
import leakcensus.report.RunJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The estimators alone. */
@Command(
    name = "estimate",
    mixinStandardHelpOptions = true,
    description = {
      "Estimates persons from a small table of counts: how many persons have k records.",
      "No Spark, no leak. The counts are taken as they are, without error of linkage.",
      ""
    },
    footer = {
      "",
      "Example:",
      "  leak-census estimate --counts counts.csv --design random-records --dump-records 1000000",
      ""
    })
public final class EstimateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--counts",
      required = true,
      paramLabel = "FILE",
      description = "JSON with frequency_of_frequencies (and R), or CSV with the header k,count.")
  private Path file;

  @Option(
      names = "--design",
      paramLabel = "DESIGN",
      defaultValue = "unknown",
      description = "unknown (default), whole-dump or random-records.")
  private String design;

  @Option(
      names = "--dump-records",
      paramLabel = "R",
      description = "Records of the whole dump; wins over R in the file.")
  private Long dumpRecords;

  @Option(
      names = "--confidence",
      paramLabel = "C",
      defaultValue = "0.95",
      description = "Nominal coverage of every interval (default 0.95).")
  private double confidence;

  @Option(names = "--json", description = "Prints one JSON object instead of text.")
  private boolean json;

  @Override
  public Integer call() {
    CountFile counts = CountFile.read(file);
    OptionalLong records =
        Optional.ofNullable(dumpRecords).map(OptionalLong::of).orElse(counts.dumpRecords());
    try {
      List<PersonEstimate> estimates =
          EstimatePersons.estimate(
              sample(counts.persons()), SampleDesign.ofKey(design, records), confidence);
      GoodTuringCoverage coverage = GoodTuringCoverage.of(counts.persons());
      spec.commandLine()
          .getOut()
          .print(
              json
                  ? RunJson.text(EstimateReport.json(estimates, coverage)) + "\n"
                  : EstimateReport.text(estimates, coverage));
    } catch (IllegalArgumentException fault) {
      throw new InputException(fault.getMessage(), fault);
    }
    spec.commandLine().getOut().flush();
    return 0;
  }

  private static SampleCounts sample(FrequencyOfFrequencies persons) {
    long seen = persons.observedPersons();
    return new SampleCounts(
        persons,
        persons.records(),
        persons.records(),
        new LinkageBounds(seen, seen, seen, "The counts are free of linkage error."),
        Optional.empty());
  }
}
