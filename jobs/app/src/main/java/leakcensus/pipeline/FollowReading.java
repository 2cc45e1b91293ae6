package leakcensus.pipeline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import leakcensus.spark.prepare.ReadingMeter;
import org.apache.spark.scheduler.AccumulableInfo;
import org.apache.spark.scheduler.TaskInfo;
import scala.collection.Iterable;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Adds up what the tasks that read files tell of themselves: those that have ended, and by their
 * heartbeats those that have not. Of a task that was tried more than once the last successful
 * attempt counts.
 */
final class FollowReading {

  private final List<Long> bytesByTask;
  private final long bytesExpected;
  private final Map<Integer, Told> ended = new HashMap<>();
  private final Map<Long, Told> running = new HashMap<>();

  /**
   * Follows tasks.
   *
   * @param bytesByTask what each task has to read, in bytes of the files, by its number
   */
  FollowReading(List<Long> bytesByTask) {
    this.bytesByTask = List.copyOf(bytesByTask);
    bytesExpected = bytesByTask.stream().reduce(0L, Math::addExact);
  }

  /** What a task has told. */
  private record Told(long records, long quarantined, long bytes) {}

  /** Hears a task that still reads. */
  void heard(long taskId, Iterable<AccumulableInfo> counts) {
    Map<String, Long> told = read(counts);
    if (!told.isEmpty()) {
      running.put(taskId, told(told, told.getOrDefault(ReadingMeter.BYTES, 0L)));
    }
  }

  /** Hears that a task has ended. */
  void ended(TaskInfo task) {
    running.remove(task.taskId());
    Map<String, Long> told = read(task.accumulables());
    if (task.successful() && task.index() < bytesByTask.size() && !told.isEmpty()) {
      // Of a Parquet file some columns are read, of others the first bytes twice: it is done.
      ended.put(task.index(), told(told, bytesByTask.get(task.index())));
    }
  }

  /** The sum of it. */
  ReadSoFar soFar() {
    long records = 0;
    long quarantined = 0;
    long bytes = 0;
    for (Map<?, Told> tasks : List.of(ended, running)) {
      for (Told told : tasks.values()) {
        records += told.records();
        quarantined += told.quarantined();
        bytes += told.bytes();
      }
    }
    return new ReadSoFar(records, quarantined, Math.min(bytes, bytesExpected), bytesExpected);
  }

  private static Told told(Map<String, Long> counts, long bytes) {
    return new Told(
        counts.getOrDefault(ReadingMeter.RECORDS, 0L),
        counts.getOrDefault(ReadingMeter.QUARANTINED, 0L),
        bytes);
  }

  /** The counts of a reading task by name; Spark leaves out those that are zero. */
  private static Map<String, Long> read(Iterable<AccumulableInfo> counts) {
    Map<String, Long> read = new HashMap<>();
    for (AccumulableInfo count : CollectionConverters.asJava(counts)) {
      if (count.name().isDefined()
          && count.name().get().startsWith(ReadingMeter.PREFIX)
          && count.update().isDefined()) {
        read.merge(count.name().get(), ((Number) count.update().get()).longValue(), Long::sum);
      }
    }
    return read;
  }
}
