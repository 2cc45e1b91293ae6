package leakcensus.spark.function;

import java.util.Iterator;
import leakcensus.spark.table.TableSchema;
import org.apache.spark.api.java.function.FlatMapFunction2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Turns the blocks of two partitions of one bucket into others; a named class, never a lambda. */
public interface ZipFunction extends FlatMapFunction2<Iterator<Row>, Iterator<Row>, Row> {

  /**
   * What a function makes of bucket i of one table and bucket i of another, for each i.
   *
   * @param left one table, bucket i in partition i
   * @param right another, with as many partitions
   * @param function what becomes of both
   * @param written the table that it writes
   */
  static Dataset<Row> zip(
      Dataset<Row> left, Dataset<Row> right, ZipFunction function, TableSchema written) {
    return left.sparkSession()
        .createDataFrame(
            left.javaRDD().zipPartitions(right.javaRDD(), function), written.columns());
  }
}
