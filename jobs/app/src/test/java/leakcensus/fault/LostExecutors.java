package leakcensus.fault;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.spark.FetchFailed;
import org.apache.spark.Resubmitted$;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorAdded;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/**
 * Hears which executors Spark loses, and what it has to do again for that: a task that cannot fetch
 * tells of a lost shuffle, unless Spark hears of the loss first and writes the shuffle anew.
 */
final class LostExecutors extends SparkListener {

  private static final int PATIENCE_SECONDS = 120;

  private final CountDownLatch replaced = new CountDownLatch(1);
  private int removed;
  private int fetchFailures;
  private int repeats;

  @Override
  public synchronized void onTaskEnd(SparkListenerTaskEnd end) {
    if (end.reason() instanceof FetchFailed) {
      fetchFailures++;
    }
    if (end.reason() instanceof Resubmitted$) {
      repeats++;
    }
  }

  @Override
  public synchronized void onStageSubmitted(SparkListenerStageSubmitted submitted) {
    if (submitted.stageInfo().attemptNumber() > 0) {
      repeats++;
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

  /** Executors that Spark has lost. */
  synchronized int removed() {
    return removed;
  }

  /** Tasks that could not fetch what a shuffle had written. */
  synchronized int fetchFailures() {
    return fetchFailures;
  }

  /** Finished tasks that Spark took back, and stages that it began once more. */
  synchronized int repeats() {
    return repeats;
  }
}
