package leakcensus.pipeline;

import java.util.Locale;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/**
 * Keeps the driver's budget for the identity graph within what the driver has: half of its heap,
 * and links no larger than the results that Spark lets it fetch. A graph beyond that is connected
 * on the executors, which finds the same persons; without the limit the driver would run out of
 * memory, or Spark would end the run, after hours of work.
 *
 * @param bytes the budget that holds
 * @param reason what lowered it, in a few words; empty where nothing did
 */
record LimitBudget(long bytes, String reason) {

  /** A link takes 96 bytes or more in the driver, and comes to it as 24. */
  private static final long BUDGET_PER_RESULT = 4;

  private static final String LARGEST_RESULT = "spark.driver.maxResultSize";

  /**
   * The budget that holds.
   *
   * @param wanted the budget of the settings, in bytes
   * @param heapBytes largest heap of the driver
   * @param spark settings of Spark
   */
  static LimitBudget of(long wanted, long heapBytes, SparkConf spark) {
    long byHeap = heapBytes / 2;
    long largestResult = spark.getSizeAsBytes(LARGEST_RESULT, "1g");
    // 0 stands for no limit.
    long byResult =
        largestResult == 0 || largestResult > Long.MAX_VALUE / BUDGET_PER_RESULT
            ? Long.MAX_VALUE
            : largestResult * BUDGET_PER_RESULT;
    if (wanted <= Math.min(byHeap, byResult)) {
      return new LimitBudget(wanted, "");
    }
    return byHeap <= byResult
        ? new LimitBudget(byHeap, "half of the driver's memory")
        : new LimitBudget(byResult, "what " + LARGEST_RESULT + " lets through");
  }

  /** The budget that holds in this driver. */
  static LimitBudget of(long wanted, SparkSession spark) {
    return of(wanted, Runtime.getRuntime().maxMemory(), spark.sparkContext().getConf());
  }

  /** Says where a graph was connected, given the rounds that executors took for it. */
  void tell(int rounds, Progress progress) {
    progress.connected(rounds);
    if (rounds > 0 && !reason.isEmpty()) {
      progress.say(sentence());
    }
  }

  /** A sentence on a budget that was lowered. */
  String sentence() {
    return String.format(
        Locale.ROOT,
        "resolve.driver-budget-bytes was lowered to %,d, %s: give the driver more for a faster way",
        bytes,
        reason);
  }
}
