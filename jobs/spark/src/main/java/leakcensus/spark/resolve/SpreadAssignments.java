package leakcensus.spark.resolve;

import java.util.ArrayList;
import java.util.List;
import leakcensus.block.Bucket;
import leakcensus.block.LongTable;
import leakcensus.link.LinkRows;
import leakcensus.spark.table.BlockTable;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Sends assignments from the driver to the buckets of their nodes. */
final class SpreadAssignments {

  private SpreadAssignments() {}

  /** One block a bucket, bucket i in partition i. */
  static Dataset<Row> spread(SparkSession spark, LongTable assignments, int buckets) {
    List<LongTable> ofBucket = new ArrayList<>();
    for (int bucket = 0; bucket < buckets; bucket++) {
      ofBucket.add(LinkRows.assignments());
    }
    for (int row = 0; row < assignments.size(); row++) {
      long node = assignments.at(row, LinkRows.ASSIGNED_NODE);
      ofBucket
          .get(Bucket.of(node, buckets))
          .append(node, assignments.at(row, LinkRows.ASSIGNED_COMPONENT));
    }
    List<Row> rows = new ArrayList<>();
    for (int bucket = 0; bucket < buckets; bucket++) {
      rows.add(BlockTable.row(bucket, BlockTable.ASSIGNMENTS, ofBucket.get(bucket).encode()));
    }
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    return spark.createDataFrame(
        context.parallelize(rows, buckets), BlockTable.ASSIGNMENT.columns());
  }
}
