package leakcensus.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import leakcensus.config.InputException;
import leakcensus.pipeline.PurgeRuns;
import leakcensus.report.RunJson;
import leakcensus.spark.write.PurgeRun;
import leakcensus.spark.write.RunId;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Removes runs that have served. */
@Command(
    name = "purge",
    mixinStandardHelpOptions = true,
    description = {
      "Removes a run with all that it has left in its output folder: tables and report, the list",
      "of paths, its status, and what it keeps for later runs. Without --yes it only says what",
      "would be removed.",
      "",
      "A line of the audit stays. Copies, backups and the leak itself are yours to remove.",
      ""
    },
    footer = {
      "",
      "Example:",
      "  leak-census purge --run leak-census-out/runs/20260101T000000.000Z --yes",
      "  leak-census purge --expired leak-census-out --yes",
      ""
    })
public final class PurgeCommand implements Callable<Integer> {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Spec private CommandSpec spec;

  @ArgGroup(multiplicity = "1")
  private Choice choice;

  @Mixin private TableKeyOption key;

  @Option(names = "--yes", description = "Removes it.")
  private boolean yes;

  @Option(names = "--json", description = "Prints one JSON object instead of text.")
  private boolean json;

  /** Either one run or those whose time has passed. */
  private static final class Choice {

    @Option(
        names = "--run",
        paramLabel = "DIR",
        description =
            "Folder of the run, runs/RUN-ID in its output folder; also of one that failed and is"
                + " gone.")
    private String run;

    @Option(
        names = "--expired",
        paramLabel = "OUTPUT",
        description =
            "All runs of this output folder whose retain_until has passed (output.retention-days).")
    private String expired;
  }

  @Override
  public Integer call() {
    PurgeRuns purge;
    List<PurgeRun.Remains> found;
    if (choice.run != null) {
      Path run = new Path(choice.run);
      if (run.getParent() == null
          || !run.getParent().getName().equals("runs")
          || !RunId.isOne(run.getName())) {
        throw new InputException(
            "Invalid --run: no folder of a run (must be runs/RUN-ID in an output folder)."
                + " latest.json names the newest.");
      }
      purge =
          purge(run.getParent().getParent() == null ? "." : run.getParent().getParent().toString());
      found = purge.of(run.getName());
    } else {
      purge = purge(choice.expired);
      found = purge.ofExpired();
    }
    if (yes) {
      purge.remove(found);
    }
    spec.commandLine().getOut().print(json ? json(found) : text(found));
    spec.commandLine().getOut().flush();
    return 0;
  }

  private PurgeRuns purge(String output) {
    Configuration hadoop = new Configuration();
    return new PurgeRuns(hadoop, output, Clock.systemUTC(), key.load(hadoop));
  }

  private String json(List<PurgeRun.Remains> found) {
    ObjectNode result = JSON.createObjectNode();
    result.put("removed", yes);
    ArrayNode runs = result.putArray("runs");
    for (PurgeRun.Remains remains : found) {
      runs.addObject()
          .put("run_id", remains.runId())
          .put("files", remains.files())
          .put("bytes", remains.bytes())
          .put("night", remains.isNight());
    }
    return RunJson.text(result) + "\n";
  }

  private String text(List<PurgeRun.Remains> found) {
    if (found.isEmpty()) {
      return "No run has served its time.\n";
    }
    StringBuilder lines = new StringBuilder();
    for (PurgeRun.Remains remains : found) {
      lines.append(
          "Run %s: %,d files, %,d bytes %s%n"
              .formatted(
                  remains.runId(),
                  remains.files(),
                  remains.bytes(),
                  yes ? "removed" : "would be removed"));
      if (remains.isNight()) {
        lines.append(
            "  With it %s what the next night of its series would go on from: it begins a new one.%n"
                .formatted(yes ? "went" : "goes"));
      }
    }
    lines.append(
        yes
            ? "What stays: a line of the audit, and whatever was copied from the output, backed up"
                + " or leaked.\n"
            : "Add --yes to remove it.\n");
    return lines.toString();
  }
}
