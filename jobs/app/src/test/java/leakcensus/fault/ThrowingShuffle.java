package leakcensus.fault;

import java.io.IOException;
import org.apache.spark.SparkConf;
import org.apache.spark.TaskContext;
import org.apache.spark.scheduler.MapStatus;
import org.apache.spark.shuffle.ShuffleHandle;
import org.apache.spark.shuffle.ShuffleReadMetricsReporter;
import org.apache.spark.shuffle.ShuffleReader;
import org.apache.spark.shuffle.ShuffleWriteMetricsReporter;
import org.apache.spark.shuffle.ShuffleWriter;
import org.apache.spark.shuffle.sort.SortShuffleManager;
import scala.Option;
import scala.Product2;
import scala.collection.AbstractIterator;
import scala.collection.Iterator;

/** Spark's own shuffle, in whose middle tasks fail as {@link TaskFaults} says. */
public final class ThrowingShuffle extends SortShuffleManager {

  /** Rows that a task is spared. */
  private static final int SPARED_ROWS = 1;

  public ThrowingShuffle(SparkConf settings) {
    super(settings);
  }

  @Override
  public <K, V> ShuffleWriter<K, V> getWriter(
      ShuffleHandle handle, long map, TaskContext task, ShuffleWriteMetricsReporter metrics) {
    return new ThrowingWriter<>(super.getWriter(handle, map, task, metrics), task);
  }

  @Override
  public <K, C> ShuffleReader<K, C> getReader(
      ShuffleHandle handle,
      int startMap,
      int endMap,
      int startPartition,
      int endPartition,
      TaskContext task,
      ShuffleReadMetricsReporter metrics) {
    ShuffleReader<K, C> reader =
        super.getReader(handle, startMap, endMap, startPartition, endPartition, task, metrics);
    return () -> new ThrowingRows<>(reader.read(), task, TaskFaults.Site.WHILE_READING);
  }

  private static final class ThrowingWriter<K, V> extends ShuffleWriter<K, V> {

    private final ShuffleWriter<K, V> writer;
    private final TaskContext task;

    private ThrowingWriter(ShuffleWriter<K, V> writer, TaskContext task) {
      this.writer = writer;
      this.task = task;
    }

    @Override
    public void write(Iterator<Product2<K, V>> rows) throws IOException {
      writer.write(new ThrowingRows<>(rows, task, TaskFaults.Site.WHILE_WRITING));
    }

    @Override
    public Option<MapStatus> stop(boolean success) {
      return writer.stop(success);
    }

    @Override
    public long[] getPartitionLengths() {
      return writer.getPartitionLengths();
    }
  }

  /** Rows that end in a fault before they end. */
  private static final class ThrowingRows<R> extends AbstractIterator<R> {

    private final Iterator<R> rows;
    private final TaskContext task;
    private final TaskFaults.Site site;
    private int given;

    private ThrowingRows(Iterator<R> rows, TaskContext task, TaskFaults.Site site) {
      this.rows = rows;
      this.task = task;
      this.site = site;
    }

    @Override
    public boolean hasNext() {
      if (given >= SPARED_ROWS || !rows.hasNext()) {
        TaskFaults.throwAt(site, task);
      }
      return rows.hasNext();
    }

    @Override
    public R next() {
      given++;
      return rows.next();
    }
  }
}
