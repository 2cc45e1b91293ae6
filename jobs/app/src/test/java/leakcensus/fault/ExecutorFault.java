package leakcensus.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.TaskContext;
import org.apache.spark.api.plugin.DriverPlugin;
import org.apache.spark.api.plugin.ExecutorPlugin;
import org.apache.spark.api.plugin.PluginContext;
import org.apache.spark.api.plugin.SparkPlugin;

/**
 * Kills one executor when it starts a task of a given partition, the first one or a later one, of a
 * stage for which it holds a part of the shuffle, so that tasks before it read what the shuffle
 * wrote first, and tasks after it what is written a second time.
 */
public final class ExecutorFault implements SparkPlugin {

  /** Partition of the fatal task. */
  static final String PARTITION = "spark.leakcensus.fault.partition";

  /** Tasks of that partition which an executor survives. */
  static final String SPARED = "spark.leakcensus.fault.spared";

  /** File that says that it has happened. */
  static final String MARK = "spark.leakcensus.fault.mark";

  /**
   * Lets the jobs that this thread starts from now on kill one executor between them.
   *
   * @param context the cluster
   * @param partition partition of the fatal task
   * @param spared tasks of that partition which an executor survives
   * @param mark file that says that it has happened
   */
  static void arm(SparkContext context, int partition, int spared, Path mark) {
    context.setLocalProperty(PARTITION, String.valueOf(partition));
    context.setLocalProperty(SPARED, String.valueOf(spared));
    context.setLocalProperty(MARK, mark.toString());
  }

  /** Lets later jobs of this thread be. */
  static void disarm(SparkContext context) {
    context.setLocalProperty(PARTITION, null);
  }

  @Override
  public DriverPlugin driverPlugin() {
    return null;
  }

  @Override
  public ExecutorPlugin executorPlugin() {
    return new Kill();
  }

  /** What an executor does before each task. */
  private static final class Kill implements ExecutorPlugin {

    private final Map<String, AtomicInteger> tasks = new ConcurrentHashMap<>();
    private final Set<Integer> stagesWithAPartHere = ConcurrentHashMap.newKeySet();
    private SparkConf settings;

    @Override
    public void init(PluginContext context, Map<String, String> nothing) {
      settings = context.conf();
    }

    @Override
    public void onTaskStart() {
      TaskContext task = TaskContext.get();
      task.addTaskCompletionListener(this::remember);
      String partition = told(task, PARTITION);
      if (String.valueOf(task.partitionId()).equals(partition)
          && stagesWithAPartHere.contains(task.stageId())
          && isDue(task)
          && isFirst(Path.of(told(task, MARK)))) {
        killThisProcess();
      }
    }

    /** Only a task that has read can tell, and only of blocks that did not come from elsewhere. */
    private void remember(TaskContext task) {
      if (task.taskMetrics().shuffleReadMetrics().localBlocksFetched() > 0) {
        stagesWithAPartHere.add(task.stageId());
      }
    }

    /** A job is told by its thread, a whole run by its settings. */
    private String told(TaskContext task, String key) {
      String ofThread = task.getLocalProperty(key);
      return ofThread == null ? settings.get(key, null) : ofThread;
    }

    private boolean isDue(TaskContext task) {
      int before =
          tasks.computeIfAbsent(told(task, MARK), mark -> new AtomicInteger()).getAndIncrement();
      return before >= Integer.parseInt(told(task, SPARED));
    }

    private static boolean isFirst(Path mark) {
      try {
        Files.createFile(mark);
        return true;
      } catch (FileAlreadyExistsException later) {
        return false;
      } catch (IOException fault) {
        throw new UncheckedIOException("Cannot mark the fault", fault);
      }
    }

    private static void killThisProcess() {
      try {
        long pid = ProcessHandle.current().pid();
        new ProcessBuilder("kill", "-KILL", String.valueOf(pid)).start().waitFor();
      } catch (IOException | InterruptedException fault) {
        throw new IllegalStateException("Cannot kill this process", fault);
      }
    }
  }
}
