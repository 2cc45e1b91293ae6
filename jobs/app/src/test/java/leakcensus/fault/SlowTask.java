package leakcensus.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.spark.TaskContext;
import org.apache.spark.api.plugin.DriverPlugin;
import org.apache.spark.api.plugin.ExecutorPlugin;
import org.apache.spark.api.plugin.PluginContext;
import org.apache.spark.api.plugin.SparkPlugin;

/**
 * Makes the first attempt at one partition slow, once in each stage that has so many: it waits
 * before it does its work, and does it if nobody ends it.
 */
public final class SlowTask implements SparkPlugin {

  /** Partition of the slow task; stages with fewer have none. */
  static final String PARTITION = "spark.leakcensus.slow.partition";

  /** How long it waits. */
  static final String SECONDS = "spark.leakcensus.slow.seconds";

  /** Folder that gets a file for each stage with a slow task. */
  static final String MARKS = "spark.leakcensus.slow.marks";

  @Override
  public DriverPlugin driverPlugin() {
    return null;
  }

  @Override
  public ExecutorPlugin executorPlugin() {
    return new Wait();
  }

  private static final class Wait implements ExecutorPlugin {

    private int partition;
    private int seconds;
    private Path marks;

    @Override
    public void init(PluginContext context, Map<String, String> nothing) {
      partition = Integer.parseInt(context.conf().get(PARTITION));
      seconds = Integer.parseInt(context.conf().get(SECONDS));
      marks = Path.of(context.conf().get(MARKS));
    }

    @Override
    public void onTaskStart() {
      TaskContext task = TaskContext.get();
      if (task.partitionId() == partition && isFirst("stage-" + task.stageId())) {
        try {
          TimeUnit.SECONDS.sleep(seconds);
        } catch (InterruptedException ended) {
          Thread.currentThread().interrupt();
        }
      }
    }

    private boolean isFirst(String mark) {
      try {
        Files.createFile(marks.resolve(mark));
        return true;
      } catch (FileAlreadyExistsException later) {
        return false;
      } catch (IOException fault) {
        throw new UncheckedIOException("Cannot mark the slow task", fault);
      }
    }
  }
}
