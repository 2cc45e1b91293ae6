package leakcensus.pipeline;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import leakcensus.config.OutputSettings;
import leakcensus.spark.write.OutputFiles;
import leakcensus.spark.write.RunFolder;
import leakcensus.spark.write.RunId;
import org.apache.hadoop.conf.Configuration;

/** Leaves a status file of a run that was refused before it could take its output folder. */
public final class RefuseRun {

  private final Configuration hadoop;
  private final OutputSettings output;
  private final Clock clock;

  /**
   * Refuses runs on an output.
   *
   * @param hadoop settings of the file system
   * @param output where the run would have written
   * @param clock tells the time
   */
  public RefuseRun(Configuration hadoop, OutputSettings output, Clock clock) {
    this.hadoop = hadoop;
    this.output = output;
    this.clock = clock;
  }

  /** Says why a run is refused that has no id yet. */
  public void because(Throwable fault) {
    Instant now = clock.instant();
    because(fault, new RunStatus(RunId.at(now), now));
  }

  /** Says why a run is refused; where even that cannot be written, the fault tells so. */
  void because(Throwable fault, RunStatus status) {
    try {
      OutputFiles files = new OutputFiles(hadoop, output.path(), output.atomicRename());
      new RunFolder(files, status.runId(), Optional.empty())
          .writeStatus(status.failed(fault, clock.instant()));
    } catch (IOException | IllegalArgumentException second) {
      fault.addSuppressed(CommitException.of("write the status of the refused run", second));
    }
  }
}
