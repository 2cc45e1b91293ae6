package leakcensus.fault;

import java.util.Comparator;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.spark.FetchFailed;
import org.apache.spark.Success$;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorAdded;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/**
 * Kills one executor of a local cluster when a first task has read what a shuffle has written, so
 * that the other tasks read what is written a second time; and hears what Spark makes of it.
 */
final class KillExecutor extends SparkListener {

  private static final String EXECUTOR_CLASS = "CoarseGrainedExecutorBackend";
  private static final int PATIENCE_SECONDS = 120;

  private final CountDownLatch replaced = new CountDownLatch(1);
  private final int shuffle;
  private final ProcessHandle victim;
  private int shuffles;
  private int writingStage = Integer.MAX_VALUE;
  private int killed;
  private int removed;
  private int fetchFailures;

  /** Kills after this shuffle, the first one being 1. */
  KillExecutor(int shuffle) {
    this.shuffle = shuffle;
    victim =
        ProcessHandle.current()
            .descendants()
            .filter(process -> process.info().commandLine().orElse("").contains(EXECUTOR_CLASS))
            .min(Comparator.comparing(ProcessHandle::pid))
            .orElseThrow(() -> new IllegalStateException("Missing executor: no such process"));
  }

  @Override
  public synchronized void onStageCompleted(SparkListenerStageCompleted completed) {
    boolean written =
        completed.stageInfo().shuffleDepId().isDefined()
            && completed.stageInfo().failureReason().isEmpty();
    if (written && ++shuffles == shuffle) {
      writingStage = completed.stageInfo().stageId();
    }
  }

  @Override
  public synchronized void onTaskEnd(SparkListenerTaskEnd end) {
    if (end.reason() instanceof FetchFailed) {
      fetchFailures++;
    }
    if (killed == 0 && end.reason() instanceof Success$ && end.stageId() > writingStage) {
      // The Java library sends SIGKILL for this.
      victim.destroyForcibly();
      killed++;
    }
  }

  @Override
  public synchronized void onExecutorRemoved(SparkListenerExecutorRemoved gone) {
    removed++;
  }

  @Override
  public void onExecutorAdded(SparkListenerExecutorAdded added) {
    replaced.countDown();
  }

  /** Waits until the cluster is as large as before. */
  void awaitReplacement() throws InterruptedException {
    if (!replaced.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException(
          "Missing executor: none came within %d s".formatted(PATIENCE_SECONDS));
    }
  }

  /** Executors that were killed. */
  synchronized int killed() {
    return killed;
  }

  /** Executors that Spark has lost. */
  synchronized int removed() {
    return removed;
  }

  /** Tasks that could not fetch what a shuffle had written. */
  synchronized int fetchFailures() {
    return fetchFailures;
  }
}
