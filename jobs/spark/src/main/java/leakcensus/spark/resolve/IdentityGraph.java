package leakcensus.spark.resolve;

import leakcensus.count.CountTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The components of the identity graph.
 *
 * @param assignments nodes that are joined with others: one block a bucket, bucket i in partition i
 * @param counts what the linkage counted
 */
public record IdentityGraph(Dataset<Row> assignments, CountTable counts) {}
