package leakcensus.spark.function;

import java.util.Iterator;
import leakcensus.person.MentionBlock;
import leakcensus.spark.table.BlockTable;
import org.apache.spark.sql.Row;

/** Puts the mention blocks of one bucket together. */
public final class MentionBlocks {

  private static final int FIRST_CAPACITY = 1 << 12;

  private MentionBlocks() {}

  /** All mentions of some rows of the table of mentions. */
  public static MentionBlock gather(Iterator<Row> rows) {
    MentionBlock mentions = new MentionBlock(FIRST_CAPACITY);
    while (rows.hasNext()) {
      Row row = rows.next();
      if (BlockTable.content(row) == BlockTable.MENTIONS) {
        mentions.appendEncoded(BlockTable.block(row));
      }
    }
    return mentions;
  }
}
