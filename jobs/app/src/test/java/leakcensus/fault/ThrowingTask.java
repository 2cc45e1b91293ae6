package leakcensus.fault;

import org.apache.spark.TaskContext;
import org.apache.spark.api.plugin.DriverPlugin;
import org.apache.spark.api.plugin.ExecutorPlugin;
import org.apache.spark.api.plugin.SparkPlugin;
import org.apache.spark.util.TaskCompletionListener;

/** Lets tasks fail when their work is done, as {@link TaskFaults} says. */
public final class ThrowingTask implements SparkPlugin {

  @Override
  public DriverPlugin driverPlugin() {
    return null;
  }

  @Override
  public ExecutorPlugin executorPlugin() {
    return new AtTheEnd();
  }

  private static final class AtTheEnd implements ExecutorPlugin {

    @Override
    public void onTaskStart() {
      TaskContext.get()
          .addTaskCompletionListener(
              (TaskCompletionListener)
                  task -> TaskFaults.throwAt(TaskFaults.Site.AT_ITS_END, task));
    }
  }
}
