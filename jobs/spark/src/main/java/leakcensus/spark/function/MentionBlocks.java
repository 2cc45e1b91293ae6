package leakcensus.spark.function;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import leakcensus.person.MentionBlock;
import leakcensus.spark.table.BlockTable;
import org.apache.spark.sql.Row;

/** Puts the mention blocks of one bucket together. */
public final class MentionBlocks {

  private MentionBlocks() {}

  /** All mentions of some rows of the table of mentions. */
  public static MentionBlock gather(Iterator<Row> rows) {
    List<byte[]> blocks = new ArrayList<>();
    while (rows.hasNext()) {
      Row row = rows.next();
      if (BlockTable.content(row) == BlockTable.MENTIONS) {
        blocks.add(BlockTable.block(row));
      }
    }
    return MentionBlock.of(blocks);
  }
}
