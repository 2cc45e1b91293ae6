package leakcensus.spark.function;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import leakcensus.block.LongTable;
import leakcensus.spark.table.BlockTable;
import org.apache.spark.sql.Row;

/** Tables of whole numbers from blocks. */
public final class LongBlocks {

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

  /** All blocks, to be seen more than once. */
  public static List<Row> list(Iterator<Row> blocks) {
    List<Row> rows = new ArrayList<>();
    blocks.forEachRemaining(rows::add);
    return rows;
  }
}
