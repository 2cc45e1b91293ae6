package leakcensus.spark.resolve;

import leakcensus.block.LongTable;
import leakcensus.spark.table.BlockTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Memory that the driver may use to connect nodes.
 *
 * @param bytes all of it
 * @param bytesPerRow what each link takes
 */
record DriverBudget(long bytes, long bytesPerRow) {

  /** Whether so many links fit. */
  boolean fits(long rows) {
    return Math.multiplyExact(rows, bytesPerRow) <= bytes;
  }

  /** Number of rows in the blocks of one content; a job. */
  static long rows(Dataset<Row> blocks, int content, LongTable empty) {
    Column valueBytes =
        functions.length(functions.col(BlockTable.BLOCK)).minus(LongTable.HEADER_BYTES);
    Row sum =
        blocks
            .filter(functions.col(BlockTable.CONTENT).equalTo(content))
            .agg(functions.coalesce(functions.sum(valueBytes), functions.lit(0L)))
            .head();
    return sum.getLong(0) / ((long) empty.width() * Long.BYTES);
  }
}
