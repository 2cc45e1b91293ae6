package leakcensus.fault;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import leakcensus.pipeline.Progress;
import leakcensus.spark.write.Manifest;
import leakcensus.testing.MadeUpLeak;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * Runs censuses, and a job that is wrong on purpose, on a local cluster whose executors are killed,
 * with and without what Spark has against the second; prints what it found as lines of key and
 * value.
 */
public final class LostExecutorProgram {

  /** Begins a line with a finding. */
  static final String FOUND = "found: ";

  /** Rows of the job that is wrong on purpose. */
  static final int ROWS = 100_000;

  /** Chooses the matching. */
  static final String MATCHING = "resolve.method=matching";

  private static final String CHECKSUM = "spark.sql.shuffle.orderIndependentChecksum.enabled";
  private static final String RETRY =
      "spark.sql.shuffle.orderIndependentChecksum.enableFullRetryOnMismatch";

  /** Only stages behind a shuffle have so many partitions that one of them is the fatal one. */
  private static final int FATAL_PARTITION = 16;

  private static final int BUCKETS = 24;

  /** Two at most come before the first round; a round has four, and there are more than three. */
  private static final int TASKS_BEFORE_THE_ROUNDS = 5;

  private static final String[] ROUNDS = {MATCHING, "resolve.driver-budget-bytes=0"};
  private static final int FEWER_PARTITIONS = 12;

  private final SparkSession spark;
  private final Path leak;
  private final Path output;

  private LostExecutorProgram(SparkSession spark, Path leak, Path output) {
    this.spark = spark;
    this.leak = leak;
    this.output = output;
  }

  /** Counts the leak in the first folder, into the second one. */
  public static void main(String[] arguments) throws Exception {
    try (SparkSession spark = SparkSession.builder().getOrCreate()) {
      new LostExecutorProgram(spark, Path.of(arguments[0]), Path.of(arguments[1])).run();
    }
  }

  /** Content hashes of the tables of a run, and of the whole. */
  static Map<String, String> hashes(Manifest manifest) {
    Map<String, String> hashes = new TreeMap<>();
    manifest.tables().forEach(table -> hashes.put("hash-" + table.name(), table.contentHash()));
    hashes.put("hash", manifest.contentHash());
    return hashes;
  }

  private void run() throws Exception {
    disturb("census", () -> count("census", "read and prepare", 0));
    disturb("rounds", () -> count("rounds", "connect", TASKS_BEFORE_THE_ROUNDS, ROUNDS));
    disturb("numbered", () -> number("numbered"));
    spark.conf().set(CHECKSUM, false);
    spark.conf().set(RETRY, false);
    disturb("census-unchecked", () -> count("census-unchecked", "resolve", 0));
    disturb("numbered-unchecked", () -> number("numbered-unchecked"));
  }

  private void disturb(String name, Supplier<Map<String, String>> work) throws Exception {
    spark.sparkContext().listenerBus().waitUntilEmpty();
    LostExecutors lost = new LostExecutors();
    spark.sparkContext().addSparkListener(lost);
    Map<String, String> found = new TreeMap<>(work.get());
    ExecutorFault.disarm(spark.sparkContext());
    lost.awaitReplacement();
    spark.sparkContext().listenerBus().waitUntilEmpty();
    spark.sparkContext().removeSparkListener(lost);
    found.put("removed", String.valueOf(lost.removed()));
    found.put("fetch-failures", String.valueOf(lost.fetchFailures()));
    found.put("repeats", String.valueOf(lost.repeats()));
    found.forEach((key, value) -> System.out.println(FOUND + name + " " + key + " " + value));
  }

  /** A census that loses an executor in one of its steps, once that has survived some tasks. */
  private Map<String, String> count(String name, String step, int spared, String... settings) {
    PrintStream steps =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8) {
          @Override
          public void println(String line) {
            if (line.equals("leak-census: " + step + " ...")) {
              arm(name, spared);
            }
          }
        };
    List<String> all = new ArrayList<>(List.of("resolve.buckets=" + BUCKETS));
    all.addAll(List.of(settings));
    return hashes(
        MadeUpLeak.count(spark, leak, output, new Progress(steps), all.toArray(new String[0]))
            .manifest());
  }

  /** Numbers rows in the order in which they arrive, and sends them on by their content. */
  private Map<String, String> number(String name) {
    arm(name, 0);
    try {
      long different =
          spark
              .range(0, ROWS, 1, FEWER_PARTITIONS)
              .repartition(FEWER_PARTITIONS, functions.col("id"))
              .select(functions.col("id"), functions.monotonically_increasing_id().as("number"))
              .repartition(BUCKETS, functions.col("id").mod(1000))
              .collectAsList()
              .stream()
              .map((Row row) -> row.getLong(1))
              .distinct()
              .count();
      return Map.of("numbers", String.valueOf(different));
    } catch (Exception fault) {
      // Not RuntimeException: Spark throws checked exceptions that none of its methods declares.
      return Map.of("fault", fault.getMessage().replaceAll("\\s+", " "));
    }
  }

  private void arm(String name, int spared) {
    ExecutorFault.arm(
        spark.sparkContext(), FATAL_PARTITION, spared, output.resolveSibling(name + ".killed"));
  }
}
