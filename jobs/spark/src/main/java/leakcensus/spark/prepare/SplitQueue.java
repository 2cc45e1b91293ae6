package leakcensus.spark.prepare;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import leakcensus.source.Split;
import org.apache.spark.sql.Row;

/** The splits of one partition, task after task. */
final class SplitQueue implements Iterator<Split> {

  private final Iterator<Row> taskNumbers;
  private final List<List<Split>> tasks;
  private Iterator<Split> current = Collections.emptyIterator();

  SplitQueue(Iterator<Row> taskNumbers, List<List<Split>> tasks) {
    this.taskNumbers = taskNumbers;
    this.tasks = tasks;
  }

  @Override
  public boolean hasNext() {
    while (!current.hasNext() && taskNumbers.hasNext()) {
      current = tasks.get((int) taskNumbers.next().getLong(0)).iterator();
    }
    return current.hasNext();
  }

  @Override
  public Split next() {
    if (!hasNext()) {
      throw new java.util.NoSuchElementException("no split left");
    }
    return current.next();
  }
}
