package leakcensus.spark.synthesise;

import java.io.Serializable;
import leakcensus.synthetic.SyntheticLeak;
import leakcensus.synthetic.SyntheticSettings;
import leakcensus.synthetic.SyntheticSlice;

/**
 * The persons of a leak, cut into ranges small enough for one list of keys.
 *
 * @param settings what the leak is made from
 */
record PersonRange(SyntheticSettings settings) implements Serializable {

  private static final long RANGE_PERSONS = 500;
  private static final long TASK_PERSONS = 100_000;

  long count() {
    return (settings.persons() + RANGE_PERSONS - 1) / RANGE_PERSONS;
  }

  int tasks(int cores) {
    long tasks = Math.max(cores, settings.persons() / TASK_PERSONS);
    return Math.toIntExact(Math.min(tasks, count()));
  }

  SyntheticSlice slice(SyntheticLeak leak, long range) {
    long from = range * RANGE_PERSONS;
    return leak.slice(from, Math.min(from + RANGE_PERSONS, settings.persons()));
  }
}
