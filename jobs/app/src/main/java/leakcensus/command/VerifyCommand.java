package leakcensus.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.Callable;
import leakcensus.pipeline.ExitCode;
import leakcensus.report.RunJson;
import leakcensus.spark.write.CommittedRun;
import leakcensus.spark.write.RunFaults;
import leakcensus.spark.write.VerifyRun;
import leakcensus.visible.VisibleText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks a finished run. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Checks a finished run: manifest, hashes, schemas, accounting, no small cells, and none that",
      "follows from what else is published.",
      ""
    },
    footer = {"", "Example:", "  leak-census verify --run leak-census-out", ""})
public final class VerifyCommand implements Callable<Integer> {

  private static final int SMALLEST_MIN_CELL = 5;
  private static final ObjectMapper JSON = new ObjectMapper();

  @Spec private CommandSpec spec;
  @Mixin private RunOption run;

  @Option(names = "--json", description = "Prints one JSON object instead of text.")
  private boolean json;

  @Option(
      names = "--min-cell",
      paramLabel = "K",
      defaultValue = "11",
      description =
          "Smallest count of persons by attribute that may stand in a table (default 11; less than"
              + " 5 is taken for 5).")
  private int minCell;

  @Override
  public Integer call() {
    CommittedRun committed = run.open();
    RunFaults found = VerifyRun.faults(committed, Math.max(SMALLEST_MIN_CELL, minCell));
    List<String> faults = found.all();
    spec.commandLine().getOut().print(json ? json(committed, faults) : text(committed, faults));
    spec.commandLine().getOut().flush();
    return code(found).number();
  }

  private static ExitCode code(RunFaults found) {
    if (!found.ofPrivacy().isEmpty()) {
      return ExitCode.PRIVACY;
    }
    return found.ofRecord().isEmpty() ? ExitCode.OK : ExitCode.INTERNAL;
  }

  private static String json(CommittedRun committed, List<String> faults) {
    ObjectNode result = JSON.createObjectNode();
    result.put("run_id", committed.manifest().runId());
    result.put("tables", committed.manifest().tables().size());
    result.put("ok", faults.isEmpty());
    ArrayNode list = result.putArray("faults");
    faults.forEach(list::add);
    return RunJson.text(result) + "\n";
  }

  private static String text(CommittedRun committed, List<String> faults) {
    String first =
        "Run %s: %,d tables, %s%n"
            .formatted(
                committed.manifest().runId(),
                committed.manifest().tables().size(),
                faults.isEmpty() ? "all in order" : "%,d faults".formatted(faults.size()));
    return first
        + String.join("", faults.stream().map(VisibleText::of).map("  %s%n"::formatted).toList());
  }
}
