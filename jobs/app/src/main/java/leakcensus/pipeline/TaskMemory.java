package leakcensus.pipeline;

import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;

/**
 * What a task may hold of its own: the heap of its process, without what Spark keeps tables and
 * sorts in, shared by the tasks that run in it at once.
 *
 * @param bytes bytes of one task
 */
record TaskMemory(long bytes) {

  private static final double SPARKS_SHARE = 0.6;
  private static final String SPARKS_SHARE_KEY = "spark.memory.fraction";
  private static final String HEAP_KEY = "spark.executor.memory";
  private static final String CORES_KEY = "spark.executor.cores";

  /** The memory of a task of a session that has started. */
  static TaskMemory of(SparkContext spark) {
    SparkConf settings = spark.getConf();
    if (spark.isLocal()) {
      return of(settings, Runtime.getRuntime().maxMemory(), spark.defaultParallelism());
    }
    // The driver is among them. Those that have not come yet make the guess too careful.
    int executors = Math.max(1, spark.getExecutorMemoryStatus().size() - 1);
    int shared = (spark.defaultParallelism() + executors - 1) / executors;
    return of(
        settings, settings.getSizeAsMb(HEAP_KEY, "1g") << 20, settings.getInt(CORES_KEY, shared));
  }

  /**
   * The memory of a task.
   *
   * @param heapBytes heap of the process that it runs in
   * @param cores cores of that process
   */
  static TaskMemory of(SparkConf settings, long heapBytes, int cores) {
    int tasks = Math.max(1, cores / settings.getInt("spark.task.cpus", 1));
    double ours = 1 - settings.getDouble(SPARKS_SHARE_KEY, SPARKS_SHARE);
    return new TaskMemory((long) (heapBytes * ours / tasks));
  }
}
