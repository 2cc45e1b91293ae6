package leakcensus.command;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import leakcensus.config.InputException;
import org.apache.spark.SparkConf;
import scala.Tuple2;

/** Reads settings of Spark, and finds the one that a fault is about. */
final class SparkSettings {

  static final String EXECUTOR_OPTIONS = "spark.executor.extraJavaOptions";

  /** What executors are given as options of Java, in the order in which they apply. */
  static final List<String> EXECUTOR_KEYS =
      List.of(
          "spark.executorEnv.JAVA_TOOL_OPTIONS",
          "spark.executorEnv.JDK_JAVA_OPTIONS",
          "spark.executor.defaultJavaOptions",
          EXECUTOR_OPTIONS,
          "spark.executorEnv._JAVA_OPTIONS");

  /** Nothing of an executor's memory may reach the disk. */
  static final String NO_DUMPS =
      "-XX:-HeapDumpOnOutOfMemoryError -XX:-CreateCoredumpOnCrash -XX:ErrorFile=/dev/null";

  /** A shorter value stands in too many messages by chance. */
  private static final int SHORTEST_TELLING_VALUE = 3;

  private SparkSettings() {}

  /** Whether driver and executor are one process. */
  static boolean isLocal(SparkConf spark) {
    String master = spark.get("spark.master", "");
    return master.equals("local") || master.startsWith("local[");
  }

  /**
   * Whether a switch is on; one that is not set is off.
   *
   * @throws InputException if it is neither true nor false
   */
  static boolean isOn(SparkConf spark, String key) {
    String value = spark.get(key, "false").strip();
    if (!value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
      throw new InputException(invalid(key));
    }
    return value.equalsIgnoreCase("true");
  }

  /** The Java options of executors; those of the user come later and so win. */
  static String executorOptions(SparkConf spark) {
    return (NO_DUMPS + " " + spark.get(EXECUTOR_OPTIONS, "")).strip();
  }

  /** All options of Java that executors are given, in the order in which they apply. */
  static String givenToExecutors(SparkConf spark) {
    return EXECUTOR_KEYS.stream().map(key -> spark.get(key, "")).collect(Collectors.joining(" "));
  }

  /** A sentence on the setting that keeps Spark from starting, if the fault tells which it is. */
  static Optional<InputException> refusal(SparkConf spark, IllegalArgumentException fault) {
    String message = String.valueOf(fault.getMessage());
    return Arrays.stream(spark.getAll())
        .filter(setting -> isMeant(setting, message))
        .map(Tuple2::_1)
        .max(
            Comparator.comparing((String key) -> message.contains(key))
                .thenComparing(String::length))
        .map(key -> new InputException(invalid(key), fault));
  }

  private static boolean isMeant(Tuple2<String, String> setting, String message) {
    return message.contains(setting._1())
        || (setting._2().length() >= SHORTEST_TELLING_VALUE && message.contains(setting._2()));
  }

  private static String invalid(String key) {
    return "Invalid value of %s: Spark cannot start with it. Correct --conf or the file of properties."
        .formatted(key);
  }
}
