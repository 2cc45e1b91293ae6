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

  private final RunStatus status;
  private final RunFolder folder;
  private final Lease lease;
  private final StatusFile statusFile;
  private final AuditLog log;
  private final AuditLine audit;
  private final Clock clock;
  private final Progress progress;

  private RunOutput(
      RunStatus status,
      RunFolder folder,
      Lease lease,
      StatusFile statusFile,
      AuditLog log,
      AuditLine audit,
      Clock clock,
      Progress progress) {
    this.status = status;
    this.folder = folder;
    this.lease = lease;
    this.statusFile = statusFile;
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
      RunStatus status,
      AuditLine audit,
      Clock clock,
      Progress progress) {
    try {
      OutputFiles output = new OutputFiles(hadoop, settings.path(), settings.atomicRename());
      RunFolder folder = new RunFolder(output, status.runId(), keys);
      RunOutput taken =
          new RunOutput(
              status,
              folder,
              Lease.take(output, status.runId(), clock),
              new StatusFile(folder, status, clock, progress),
              new AuditLog(output),
              audit,
              clock,
              progress);
      try {
        taken.statusFile.begin();
        new RepairOutput(output).repair(status.runId()).forEach(progress::say);
        return taken;
      } catch (IOException | RuntimeException fault) {
        taken.close();
        throw fault;
      }
    } catch (LeasedException other) {
      throw CommitException.leased(other);
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
      statusFile.end(status.succeeded(run.manifest(), run.secondsByStep(), clock.instant()));
      log.add(status.runId(), audit.ended(ExitCode.OK, clock.instant()));
    } catch (IOException fault) {
      throw CommitException.untold(fault);
    }
  }

  /** Tells that the run has failed, and removes what it has written if that is not published. */
  void failed(Throwable fault) {
    try {
      folder.discard();
      statusFile.end(status.failed(fault, clock.instant()));
      log.add(status.runId(), audit.ended(ExitCode.of(fault), clock.instant()));
    } catch (IOException second) {
      fault.addSuppressed(CommitException.of("write the status of the failed run", second));
    }
  }

  @Override
  public void close() {
    statusFile.close();
    try {
      lease.close();
    } catch (IOException fault) {
      // Nothing of the run is lost by that.
      progress.say(
          "the output folder could not be given back (%s): the next run can have it in %,d s"
              .formatted(fault.getClass().getSimpleName(), Lease.TERM.toSeconds()));
    }
  }
}
