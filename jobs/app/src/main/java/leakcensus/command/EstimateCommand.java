package leakcensus.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import leakcensus.config.InputException;
import leakcensus.estimate.DumpSample;
import leakcensus.estimate.FrequencyTable;
import leakcensus.estimate.SampleDesign;
import leakcensus.estimate.claim.CheckCounts;
import leakcensus.estimate.claim.ClaimCheck;
import leakcensus.estimate.select.EstimateFrequencies;
import leakcensus.estimate.select.EstimateHistories;
import leakcensus.estimate.select.EstimateLinkedFrequencies;
import leakcensus.estimate.select.FrequencyAnswer;
import leakcensus.report.ClaimReport;
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
      "No Spark, no leak. The counts are taken as free of error of linkage, unless the file says how",
      "many decoys were joined and how many planted copies.",
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
      description = {
        "JSON with frequency_of_frequencies (and R, design, repeat_gaps, linkage, claims) or with",
        "histories (and lists, person_indexes), or CSV with the header k,count; or a folder of such files."
      })
  private Path file;

  @Option(
      names = "--design",
      paramLabel = "DESIGN",
      description = {
        "How the records were drawn: unknown (default), whole-dump, random-records,",
        "independent-draws or head; wins over the design in the file."
      })
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
    PrintWriter out = spec.commandLine().getOut();
    if (Files.isDirectory(file)) {
      ObjectNode results = RunJson.object();
      StringBuilder text = new StringBuilder();
      for (Path each : CountFile.inFolder(file)) {
        Answer answer = answer(each);
        String name = each.getFileName().toString();
        results.set(name, answer.json());
        text.append(name).append('\n').append(answer.text()).append('\n');
      }
      out.print(json ? RunJson.text(results) + "\n" : text);
    } else {
      Answer answer = answer(file);
      out.print(json ? RunJson.text(answer.json()) + "\n" : answer.text());
    }
    out.flush();
    return 0;
  }

  private Answer answer(Path counts) {
    CountFile table = CountFile.read(counts);
    List<CountedClaim> claims = CountedClaim.read(counts);
    OptionalLong records = dumpRecords == null ? table.dumpRecords() : OptionalLong.of(dumpRecords);
    String key = design == null ? table.design().orElse("unknown") : design;
    try {
      if (table.histories().isPresent()) {
        if (!claims.isEmpty()) {
          throw new InputException(
              "Cannot test claims by lists: give frequency_of_frequencies, or leave claims out.");
        }
        return new Answer(
            EstimateHistories.estimate(table.histories().get(), table.personIndexes(), confidence),
            List.of());
      }
      FrequencyTable frequencies =
          new FrequencyTable(
              new DumpSample(table.persons(), records),
              SampleDesign.ofKey(key, records),
              table.gapRatios().stream().mapToDouble(Double::doubleValue).toArray());
      FrequencyAnswer estimates =
          table.linkage().isPresent()
              ? EstimateLinkedFrequencies.estimate(frequencies, table.linkage().get(), confidence)
              : EstimateFrequencies.estimate(frequencies, confidence);
      return new Answer(
          estimates,
          claims.stream()
              .map(
                  each ->
                      CheckCounts.check(
                          each.claim(), each.maxCv2(), frequencies, estimates.gates()))
              .toList());
    } catch (IllegalArgumentException fault) {
      throw new InputException(fault.getMessage(), fault);
    }
  }

  /** What one file says. */
  private record Answer(FrequencyAnswer estimates, List<ClaimCheck> claims) {

    ObjectNode json() {
      ObjectNode node = EstimateReport.json(estimates);
      if (!claims.isEmpty()) {
        node.set("claims", ClaimReport.json(claims));
      }
      return node;
    }

    String text() {
      return ClaimReport.text(claims) + EstimateReport.text(estimates);
    }
  }
}
