package leakcensus.command;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import leakcensus.config.InputException;
import leakcensus.config.PrivacySettings;
import leakcensus.pipeline.ExitCode;
import leakcensus.pipeline.SparkStoppedException;
import leakcensus.pipeline.WithoutValues;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import scala.Option;

/** Runs work on a Spark session that ends with it, unless one was there before. */
final class SparkSessions {

  /**
   * Up to so many buckets Spark opens a file for each of them in every task, ten thousands in a
   * census, which costs more than to order the few blocks of a task.
   */
  private static final String BYPASS_LIMIT = "spark.shuffle.sort.bypassMergeThreshold";

  private SparkSessions() {}

  /**
   * Starts the session that spark-submit describes if it keeps leaked values safe, does the work,
   * and stops what it started.
   *
   * @throws InputException if Spark is set up unsafely, or cannot start with a setting
   */
  static <T> T safely(PrivacySettings privacy, String application, Function<SparkSession, T> work) {
    return safely(privacy, application, work, refusal -> {});
  }

  /**
   * The same, where somebody is to know why a session is refused.
   *
   * @param refused hears of it, and of no fault of the work
   */
  static <T> T safely(
      PrivacySettings privacy,
      String application,
      Function<SparkSession, T> work,
      Consumer<RuntimeException> refused) {
    boolean found = existing().isDefined();
    SparkConf settings = found ? existing().get().sparkContext().getConf() : new SparkConf();
    SparkSession spark;
    try {
      new PrivacyGate(settings, privacy).check();
      spark = start(new SparkConf(), application);
    } catch (RuntimeException fault) {
      refused.accept(fault);
      throw fault;
    }
    return with(spark, found, work);
  }

  /**
   * Starts the session that spark-submit describes, does work on made-up data, and stops what it
   * started.
   *
   * @throws InputException if Spark cannot start with a setting
   * @throws SparkStoppedException if the cluster ends before the work does
   */
  static <T> T with(String application, Function<SparkSession, T> work) {
    boolean found = existing().isDefined();
    return with(start(new SparkConf(), application), found, work);
  }

  private static <T> T with(SparkSession spark, boolean found, Function<SparkSession, T> work) {
    try {
      return work.apply(spark);
    } catch (Throwable fault) {
      // Not RuntimeException: Spark throws checked exceptions that none of its methods declares.
      if (spark.sparkContext().isStopped()
          && ExitCode.of(fault) == ExitCode.INTERNAL
          && !(fault instanceof WithoutValues)) {
        throw new SparkStoppedException(fault);
      }
      throw fault;
    } finally {
      if (!found) {
        spark.stop();
      }
    }
  }

  /** Of the classes that work here: the common ones look for them by reflection, for a second. */
  private static Option<org.apache.spark.sql.classic.SparkSession> existing() {
    return org.apache.spark.sql.classic.SparkSession.getDefaultSession();
  }

  private static SparkSession start(SparkConf settings, String application) {
    org.apache.spark.sql.classic.SparkSession.Builder builder =
        org.apache.spark.sql.classic.SparkSession.builder()
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.ansi.enabled", "true");
    if (!settings.contains(BYPASS_LIMIT)) {
      builder.config(BYPASS_LIMIT, 1);
    }
    SparkRelease release = SparkRelease.of(org.apache.spark.package$.MODULE$.SPARK_VERSION());
    release.require();
    release.settings().forEach(builder::config);
    if (release.isUntried()) {
      StandardError.progress()
          .say(
              "Spark %s is newer than %s, with which this tool is tested"
                  .formatted(release, SparkRelease.BUILT_FOR));
    }
    if (!settings.contains("spark.app.name")) {
      builder.appName(application);
    }
    if (!SparkSettings.isLocal(settings)) {
      builder.config(SparkSettings.EXECUTOR_OPTIONS, SparkSettings.executorOptions(settings));
    }
    try {
      return builder.getOrCreate();
    } catch (Throwable fault) {
      if (fault instanceof IllegalArgumentException invalid) {
        Optional<InputException> refusal = SparkSettings.refusal(settings, invalid);
        if (refusal.isPresent()) {
          throw refusal.get();
        }
      }
      // A session on a cluster without a master falls apart while it is made, by any exception, or
      // right behind.
      if (SparkSettings.isLocal(settings) || fault instanceof Error) {
        throw fault;
      }
      throw new SparkStoppedException(fault);
    }
  }
}
