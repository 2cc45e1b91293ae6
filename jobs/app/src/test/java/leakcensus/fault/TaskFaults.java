package leakcensus.fault;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.TaskContext;

/**
 * Which tasks of this virtual machine fail, and how many have. The faults quote what a leak may
 * hold, as those of some libraries do.
 */
final class TaskFaults {

  /** What stands in the messages and must stand nowhere else. */
  static final String QUOTED = "Canary Pasternak, 139 5550 1234";

  /** Where in a task it happens. */
  enum Site {
    /** Once some of its rows have been asked for by whoever writes a shuffle. */
    WHILE_WRITING,
    /** Once some rows of a shuffle have been read. */
    WHILE_READING,
    /** When all is done, and its blocks are written. */
    AT_ITS_END
  }

  private static volatile Site site = Site.AT_ITS_END;
  private static volatile int stage = -1;
  private static volatile boolean isLasting;
  private static final AtomicInteger THROWN = new AtomicInteger();

  private TaskFaults() {}

  /** Lets every task of a stage fail, at its first attempt or at each. */
  static void arm(Site where, int stageId, boolean everyAttempt) {
    THROWN.set(0);
    site = where;
    isLasting = everyAttempt;
    stage = stageId;
  }

  /** Lets all tasks be; how many faults there were. */
  static int disarm() {
    stage = -1;
    return THROWN.get();
  }

  /** Fails where this task is to fail here. */
  static void throwAt(Site where, TaskContext task) {
    if (where == site && task.stageId() == stage && (isLasting || task.attemptNumber() == 0)) {
      THROWN.incrementAndGet();
      throw new IllegalArgumentException("Invalid value: " + QUOTED);
    }
  }
}
