package leakcensus.pipeline;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import leakcensus.config.InputException;
import leakcensus.pseudonym.TableKeys;
import leakcensus.spark.table.CensusTables;
import leakcensus.spark.table.SummaryColumn;
import leakcensus.spark.table.SummaryRows;
import leakcensus.spark.write.AuditLog;
import leakcensus.spark.write.CommittedRun;
import leakcensus.spark.write.Lease;
import leakcensus.spark.write.LeasedException;
import leakcensus.spark.write.OutputFiles;
import leakcensus.spark.write.PurgeRun;
import leakcensus.spark.write.RunId;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** Removes runs that have served, with all that they have left in their output folder. */
public final class PurgeRuns {

  private final Configuration hadoop;
  private final String output;
  private final Clock clock;
  private final Optional<TableKeys> keys;

  /**
   * Removes from an output folder.
   *
   * @param hadoop settings of its file system
   * @param output the folder
   * @param clock tells which runs have served their time
   * @param keys open the tables of runs that have them encrypted
   */
  public PurgeRuns(Configuration hadoop, String output, Clock clock, Optional<TableKeys> keys) {
    this.keys = keys;
    this.hadoop = hadoop;
    this.output = output;
    this.clock = clock;
  }

  /**
   * What there is of one run.
   *
   * @throws InputException if there is nothing
   */
  public List<PurgeRun.Remains> of(String runId) {
    PurgeRun.Remains remains = find(runId);
    if (remains.isNothing()) {
      throw new InputException(
          InputException.Kind.UNREADABLE,
          "Cannot find anything of run %s in this output folder. Check --run.".formatted(runId));
    }
    return List.of(remains);
  }

  /** What there is of the committed runs whose day of {@code retain_until} has passed. */
  public List<PurgeRun.Remains> ofExpired() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    List<PurgeRun.Remains> expired = new ArrayList<>();
    for (String runId : runs()) {
      CommittedRun run =
          CommittedRun.open(new Path(new Path(output, "runs"), runId).toString(), hadoop, keys);
      if (retainUntil(run).map(day -> day.isBefore(today)).orElse(false)) {
        expired.add(find(runId));
      }
    }
    return expired;
  }

  /**
   * Removes them.
   *
   * @throws CommitException if a run is at work in the output folder, or something stays
   */
  public void remove(List<PurgeRun.Remains> all) {
    String purge = "purge-" + RunId.at(clock.instant());
    try (Lease lease = Lease.take(files(), purge, clock)) {
      for (PurgeRun.Remains remains : all) {
        lease.requireHeld();
        AuditLine line =
            new AuditLine("purge", remains.runId(), clock.instant())
                .removed(remains.files(), remains.bytes());
        new PurgeRun(files()).remove(remains);
        new AuditLog(files()).add(purge, line.ended(ExitCode.OK, clock.instant()));
      }
    } catch (LeasedException other) {
      throw CommitException.leased(other);
    } catch (IOException fault) {
      throw CommitException.of("remove a run", fault);
    }
  }

  private List<String> runs() {
    try {
      return new PurgeRun(files()).committed();
    } catch (IOException fault) {
      throw unreadable(fault);
    }
  }

  private PurgeRun.Remains find(String runId) {
    try {
      return new PurgeRun(files()).find(runId);
    } catch (IOException fault) {
      throw unreadable(fault);
    }
  }

  private OutputFiles files() throws IOException {
    return new OutputFiles(hadoop, output, Optional.empty());
  }

  private static InputException unreadable(IOException fault) {
    return new InputException(
        InputException.Kind.UNREADABLE,
        "Cannot look into the output folder: %s. Check its name, and who may read it."
            .formatted(fault.getClass().getSimpleName()));
  }

  private static Optional<LocalDate> retainUntil(CommittedRun run) {
    List<String> names = CensusTables.RUN.columns().stream().map(SummaryColumn::name).toList();
    SummaryRows rows = run.table(CensusTables.RUN).orElseThrow();
    return rows.rows()
        .get(0)
        .get(names.indexOf("retain_until"))
        .map(day -> LocalDate.parse(day.toString()));
  }
}
