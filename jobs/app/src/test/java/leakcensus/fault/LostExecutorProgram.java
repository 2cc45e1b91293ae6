package leakcensus.fault;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
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

  private static final String CHECKSUM = "spark.sql.shuffle.orderIndependentChecksum.enabled";
  private static final String RETRY =
      "spark.sql.shuffle.orderIndependentChecksum.enableFullRetryOnMismatch";
  private static final int PARTITIONS = 20;

  /** More than the cluster has cores, so that some tasks come after the kill. */
  private static final int BUCKETS = 24;

  private final SparkSession spark;

  private LostExecutorProgram(SparkSession spark) {
    this.spark = spark;
  }

  /** Counts the leak in the first folder, into the second one. */
  public static void main(String[] arguments) throws Exception {
    SparkSession spark = SparkSession.builder().getOrCreate();
    LostExecutorProgram program = new LostExecutorProgram(spark);
    Path leak = Path.of(arguments[0]);
    Path output = Path.of(arguments[1]);
    program.disturb("census", 1, () -> program.hashes(leak, output));
    program.disturb("numbered", 2, program::numbers);
    spark.conf().set(CHECKSUM, false);
    spark.conf().set(RETRY, false);
    program.disturb("census-unchecked", 3, () -> program.hashes(leak, output));
    program.disturb("numbered-unchecked", 2, program::numbers);
    spark.stop();
  }

  /** Content hashes of the tables of a run, and of the whole. */
  static Map<String, String> hashes(Manifest manifest) {
    Map<String, String> hashes = new TreeMap<>();
    manifest.tables().forEach(table -> hashes.put("hash-" + table.name(), table.contentHash()));
    hashes.put("hash", manifest.contentHash());
    return hashes;
  }

  private void disturb(String name, int shuffle, Supplier<Map<String, String>> work)
      throws Exception {
    spark.sparkContext().listenerBus().waitUntilEmpty();
    KillExecutor fault = new KillExecutor(shuffle);
    spark.sparkContext().addSparkListener(fault);
    Map<String, String> found = new TreeMap<>(work.get());
    fault.awaitReplacement();
    spark.sparkContext().listenerBus().waitUntilEmpty();
    spark.sparkContext().removeSparkListener(fault);
    found.put("killed", String.valueOf(fault.killed()));
    found.put("removed", String.valueOf(fault.removed()));
    found.put("fetch-failures", String.valueOf(fault.fetchFailures()));
    found.forEach((key, value) -> System.out.println(FOUND + name + " " + key + " " + value));
  }

  private Map<String, String> hashes(Path leak, Path output) {
    return hashes(MadeUpLeak.count(spark, leak, output, "resolve.buckets=" + BUCKETS).manifest());
  }

  /** Numbers rows in the order in which they arrive, and sends them on by their content. */
  private Map<String, String> numbers() {
    try {
      long different =
          spark
              .range(0, ROWS, 1, PARTITIONS)
              .repartition(PARTITIONS, functions.col("id"))
              .select(functions.col("id"), functions.monotonically_increasing_id().as("number"))
              .repartition(PARTITIONS, functions.col("id").mod(1000))
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
}
