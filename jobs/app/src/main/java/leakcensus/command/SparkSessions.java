package leakcensus.command;

import java.util.function.Function;
import org.apache.spark.sql.SparkSession;

/** Runs work on a Spark session that ends with it. */
final class SparkSessions {

  private SparkSessions() {}

  /** Starts the session that spark-submit describes, does the work, and stops it. */
  static <T> T with(String application, Function<SparkSession, T> work) {
    SparkSession spark =
        SparkSession.builder()
            .appName(application)
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.ansi.enabled", "true")
            .getOrCreate();
    try {
      return work.apply(spark);
    } finally {
      spark.stop();
    }
  }
}
