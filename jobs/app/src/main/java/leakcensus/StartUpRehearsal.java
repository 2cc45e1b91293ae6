package leakcensus;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import java.io.IOException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A run on a few made-up rows that touches what a census touches of Spark, so that the launcher can
 * archive the classes and start faster from then on.
 */
public final class StartUpRehearsal {

  private StartUpRehearsal() {}

  /** Writes a small Parquet table to the folder that the first argument names, and reads it. */
  public static void main(String[] arguments) throws IOException {
    try (SparkSession spark = SparkSession.builder().appName("rehearsal").getOrCreate()) {
      spark
          .range(10_000)
          .select(col("id"), xxhash64(col("id").mod(100)).as("token"))
          .write()
          .parquet(arguments[0]);

      Dataset<Row> mentions = spark.read().parquet(arguments[0]);
      Dataset<Row> persons = mentions.groupBy("token").agg(count(lit(1)).as("records"));
      mentions
          .join(persons, "token")
          .groupBy("records")
          .agg(count(lit(1)).as("persons"), sum("id"))
          .orderBy("records")
          .collectAsList();

      mentions.javaRDD().map(row -> row.getLong(0)).filter(id -> id % 2 == 0).count();
    }
  }
}
