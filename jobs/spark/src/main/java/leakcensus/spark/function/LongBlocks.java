package leakcensus.spark.function;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import leakcensus.block.LongTable;
import leakcensus.spark.table.BlockTable;
import org.apache.spark.sql.Row;

/** Tables of whole numbers from blocks and to blocks. */
public final class LongBlocks {

  /**
   * Rows of one block, one to two megabytes: large blocks are copied many times on their way, by
   * Spark and by the collector of garbage.
   */
  static final int ROWS_OF_BLOCK = 1 << 16;

  private LongBlocks() {}

  /** Appends what the blocks of one content hold to a table, which it returns. */
  public static LongTable gather(Iterable<Row> blocks, int content, LongTable table) {
    return gather(blocks.iterator(), content, table);
  }

  /** The same of blocks that can be seen once. */
  public static LongTable gather(Iterator<Row> blocks, int content, LongTable table) {
    while (blocks.hasNext()) {
      Row row = blocks.next();
      if (BlockTable.content(row) == content) {
        table.appendEncoded(BlockTable.block(row));
      }
    }
    return table;
  }

  /**
   * The rows of some encoded tables, which are taken out of their list: they are not needed twice.
   *
   * @param kind an empty table of their kind
   */
  public static LongTable decode(List<byte[]> encoded, LongTable kind) {
    LongTable table = LongTable.decode(encoded, kind.width());
    encoded.clear();
    return table;
  }

  /** A table as blocks of one bucket, encoded as they are asked for. */
  public static Stream<Row> rows(int bucket, int content, LongTable table) {
    return IntStream.range(0, (table.size() + ROWS_OF_BLOCK - 1) / ROWS_OF_BLOCK)
        .mapToObj(
            block -> {
              int from = block * ROWS_OF_BLOCK;
              int to = Math.min(table.size(), from + ROWS_OF_BLOCK);
              return BlockTable.row(bucket, content, table.encode(from, to));
            });
  }

  /** All blocks, to be seen more than once. */
  public static List<Row> list(Iterator<Row> blocks) {
    List<Row> rows = new ArrayList<>();
    blocks.forEachRemaining(rows::add);
    return rows;
  }
}
