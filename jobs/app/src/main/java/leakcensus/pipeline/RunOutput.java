package leakcensus.pipeline;

import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import leakcensus.config.OutputSettings;
import leakcensus.pseudonym.TableKeys;
import leakcensus.spark.write.AuditLog;
import leakcensus.spark.write.Lease;
import leakcensus.spark.write.LeasedException;
import leakcensus.spark.write.Manifest;
import leakcensus.spark.write.OutputFiles;
import leakcensus.spark.write.RepairOutput;
import leakcensus.spark.write.RunFolder;
import org.apache.hadoop.conf.Configuration;

/**
 * The output folder in the hands of one run: no other writes there until this is closed. What runs
 * that died have left is put in order first. However the run ends, its status and the audit say so.
 */
final class RunOutput implements AutoCloseable {

  private final String runId;
  private final RunFolder folder;
  private final Lease lease;
  private final AuditLog log;
  private final AuditLine audit;
  private final Clock clock;
  private final Progress progress;

  private RunOutput(
      String runId,
      RunFolder folder,
      Lease lease,
      AuditLog log,
      AuditLine audit,
      Clock clock,
      Progress progress) {
    this.runId = runId;
    this.folder = folder;
    this.lease = lease;
    this.log = log;
    this.audit = audit;
    this.clock = clock;
    this.progress = progress;
  }

  /**
   * Takes the folder.
   *
   * @throws CommitException if another run holds it, or it cannot be written
   */
  static RunOutput take(
      Configuration hadoop,
      OutputSettings settings,
      Optional<TableKeys> keys,
      String runId,
      AuditLine audit,
      Clock clock,
      Progress progress) {
    try {
      OutputFiles output = new OutputFiles(hadoop, settings.path(), settings.atomicRename());
      RunFolder folder = new RunFolder(hadoop, output, runId, keys);
      Lease lease = take(output, folder, runId, clock);
      RunOutput taken =
          new RunOutput(runId, folder, lease, new AuditLog(output), audit, clock, progress);
      try {
        new RepairOutput(output).repair(runId).forEach(progress::say);
        return taken;
      } catch (IOException | RuntimeException fault) {
        taken.close();
        throw fault;
      }
    } catch (IOException | IllegalArgumentException fault) {
      throw CommitException.of("open the output folder", fault);
    }
  }

  /** The folder of the run. */
  RunFolder folder() {
    return folder;
  }

  /** The line of the audit, to be completed while the run goes on. */
  AuditLine audit() {
    return audit;
  }

  /** Publishes what is in the folder of the run. */
  Manifest commit() {
    try {
      return folder.commit(lease);
    } catch (LeasedException other) {
      throw CommitException.leased(other);
    } catch (IOException fault) {
      throw folder.isCommitted()
          ? CommitException.unpointed(fault)
          : CommitException.of("commit the run", fault);
    }
  }

  /** Tells that the run is done. */
  void succeeded(CensusRun run) {
    try {
      folder.writeStatus(RunStatus.succeeded(runId, run.manifest(), run.secondsByStep()));
      log.add(runId, audit.ended(ExitCode.OK, clock.instant()));
    } catch (IOException fault) {
      throw CommitException.untold(fault);
    }
  }

  /** Tells that the run has failed, and removes what it has written if that is not published. */
  void failed(Throwable fault) {
    try {
      folder.discard();
      folder.writeStatus(RunStatus.failed(runId, fault));
      log.add(runId, audit.ended(ExitCode.of(fault), clock.instant()));
    } catch (IOException second) {
      fault.addSuppressed(CommitException.of("write the status of the failed run", second));
    }
  }

  @Override
  public void close() {
    try {
      lease.close();
    } catch (IOException fault) {
      // Nothing of the run is lost by that.
      progress.say(
          "the output folder could not be given back (%s): the next run can have it in %,d s"
              .formatted(fault.getClass().getSimpleName(), Lease.TERM.toSeconds()));
    }
  }

  /** A run that is refused says so in its status too; the folder itself is not its own. */
  private static Lease take(OutputFiles output, RunFolder folder, String runId, Clock clock)
      throws IOException {
    try {
      return Lease.take(output, runId, clock);
    } catch (LeasedException other) {
      CommitException refusal = CommitException.leased(other);
      folder.writeStatus(RunStatus.failed(runId, refusal));
      throw refusal;
    }
  }
}
