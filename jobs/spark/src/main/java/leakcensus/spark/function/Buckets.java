package leakcensus.spark.function;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import leakcensus.block.Bucket;
import leakcensus.block.LongTable;
import leakcensus.spark.table.BlockTable;
import org.apache.spark.sql.Row;

/** Cuts a table into blocks for each bucket. */
public final class Buckets {

  private Buckets() {}

  /**
   * Rows of a table by the bucket of their token, in the order in which they stand; encoded as they
   * are asked for.
   *
   * @param table the rows
   * @param tokenColumn column that decides the bucket
   * @param content what the blocks hold
   * @param buckets number of buckets
   */
  public static Stream<Row> split(LongTable table, int tokenColumn, int content, int buckets) {
    int[] starts = new int[buckets + 1];
    for (int row = 0; row < table.size(); row++) {
      starts[Bucket.of(table.at(row, tokenColumn), buckets) + 1]++;
    }
    for (int bucket = 0; bucket < buckets; bucket++) {
      starts[bucket + 1] += starts[bucket];
    }
    int[] order = new int[table.size()];
    int[] next = starts.clone();
    for (int row = 0; row < table.size(); row++) {
      order[next[Bucket.of(table.at(row, tokenColumn), buckets)]++] = row;
    }
    List<int[]> blocks = new ArrayList<>();
    for (int bucket = 0; bucket < buckets; bucket++) {
      for (int from = starts[bucket]; from < starts[bucket + 1]; ) {
        int to = Math.min(starts[bucket + 1], from + LongBlocks.ROWS_OF_BLOCK);
        blocks.add(new int[] {bucket, from, to});
        from = to;
      }
    }
    return blocks.stream()
        .map(block -> BlockTable.row(block[0], content, table.encode(order, block[1], block[2])));
  }
}
