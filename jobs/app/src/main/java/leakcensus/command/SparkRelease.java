package leakcensus.command;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import leakcensus.config.InputException;

/**
 * Which releases of Spark a census may run on, and what it asks of each.
 *
 * <p>A stage that Spark repeats after a lost executor can come out otherwise. From 4.1 on Spark can
 * compare checksums of what both attempts have written, and end the job where they differ; 4.2 does
 * so by default. Older ones go on with rows that are lost or doubled, and say nothing.
 */
record SparkRelease(int major, int minor) {

  /** The release that the tool is built for. */
  static final SparkRelease BUILT_FOR = new SparkRelease(4, 2);

  private static final SparkRelease OLDEST = new SparkRelease(4, 1);
  private static final Pattern VERSION = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})(?:[.\\-].*)?");

  /** What Spark 4.1 has off by default. */
  private static final Map<String, String> CHECKSUMS =
      Map.of(
          "spark.sql.shuffle.orderIndependentChecksum.enabled",
          "true",
          "spark.sql.shuffle.orderIndependentChecksum.enableFullRetryOnMismatch",
          "true");

  /**
   * The release of a version.
   *
   * @param version as Spark tells it, such as {@code 4.2.0} or {@code 4.1.3-amzn-0}
   * @throws InputException if it is no version
   */
  static SparkRelease of(String version) {
    Matcher matcher = VERSION.matcher(version.strip());
    if (!matcher.matches()) {
      throw new InputException(
          "Unknown version of Spark (must be 4.1 or newer). Set SPARK_HOME to such a one.");
    }
    return new SparkRelease(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  /**
   * Refuses a release that would lose rows without a word.
   *
   * @throws InputException if it is older than 4.1
   */
  void require() {
    if (isOlderThan(OLDEST)) {
      throw new InputException(
          "Cannot run on Spark %s: after a lost executor it can count rows twice or not at all, and does not notice. Set SPARK_HOME to Spark 4.1 or newer."
              .formatted(this));
    }
  }

  /** Settings that it needs, whatever the user says. */
  Map<String, String> settings() {
    return isOlderThan(BUILT_FOR) ? CHECKSUMS : Map.of();
  }

  /** Whether nobody has tried it. */
  boolean isUntried() {
    return BUILT_FOR.isOlderThan(this);
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }

  private boolean isOlderThan(SparkRelease other) {
    return major < other.major || major == other.major && minor < other.minor;
  }
}
