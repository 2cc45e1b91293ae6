package leakcensus.fault;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.spark.FetchFailed;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorAdded;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** Hears which executors Spark loses, and what tasks could not fetch after that. */
final class LostExecutors extends SparkListener {

  private static final int PATIENCE_SECONDS = 120;

  private final CountDownLatch replaced = new CountDownLatch(1);
  private int removed;
  private int fetchFailures;

  @Override
  public synchronized void onTaskEnd(SparkListenerTaskEnd end) {
    if (end.reason() instanceof FetchFailed) {
      fetchFailures++;
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
}
