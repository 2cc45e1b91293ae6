package leakcensus.spark.table;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/**
 * What each task of a stage must know and no disk may: one row a partition.
 *
 * <p>Spark keeps functions and broadcast values as blocks, which it moves to disk where memory is
 * short. A row of a parallel collection travels inside its task and stays in memory.
 */
public final class SecretTable {

  private SecretTable() {}

  /** The same secret in each of some partitions. */
  public static JavaRDD<byte[]> of(SparkSession spark, byte[] secret, int partitions) {
    List<byte[]> rows = new ArrayList<>();
    for (int i = 0; i < partitions; i++) {
      rows.add(secret.clone());
    }
    return JavaSparkContext.fromSparkContext(spark.sparkContext()).parallelize(rows, partitions);
  }
}
