package leakcensus.pipeline;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import leakcensus.spark.write.RunFolder;

/**
 * The status file of a run that is at work. It is written anew at each step and every now and then,
 * so that a run that was killed is told from one that takes long.
 */
final class StatusFile implements AutoCloseable {

  /** A quarter of what a reader waits for before it takes the run for dead. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(30);

  private final RunFolder folder;
  private final RunStatus status;
  private final Clock clock;
  private final Progress progress;
  private final ScheduledExecutorService heartbeats =
      Executors.newSingleThreadScheduledExecutor(StatusFile::daemon);
  private boolean ended;
  private boolean missed;

  /**
   * The file of a run.
   *
   * @param folder folder of the run
   * @param status what it says
   * @param clock tells the time
   * @param progress tells where the run stands
   */
  StatusFile(RunFolder folder, RunStatus status, Clock clock, Progress progress) {
    this.folder = folder;
    this.status = status;
    this.clock = clock;
    this.progress = progress;
  }

  /**
   * Writes that the run has begun, and from then on where it stands.
   *
   * @throws IOException if it cannot be written
   */
  void begin() throws IOException {
    write();
    progress.atEachStep(this::beat);
    heartbeats.scheduleWithFixedDelay(
        this::beat, HEARTBEAT.toMillis(), HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Writes it for the last time. */
  void end(String json) throws IOException {
    synchronized (this) {
      close();
      folder.writeStatus(json);
    }
  }

  @Override
  public void close() {
    synchronized (this) {
      ended = true;
      heartbeats.shutdownNow();
    }
  }

  /** Writes where the run stands; a run goes on where that fails, since its result does not. */
  void beat() {
    try {
      synchronized (this) {
        if (!ended) {
          write();
          missed = false;
        }
      }
    } catch (IOException | RuntimeException fault) {
      if (!missed) {
        missed = true;
        progress.say(
            "the status file could not be written (%s); it is tried again"
                .formatted(fault.getClass().getSimpleName()));
      }
    }
  }

  private void write() throws IOException {
    folder.writeStatus(status.running(progress.standing(), clock.instant()));
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "status");
    thread.setDaemon(true);
    return thread;
  }
}
