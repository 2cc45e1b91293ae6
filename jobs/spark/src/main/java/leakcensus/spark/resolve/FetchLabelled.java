package leakcensus.spark.resolve;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import leakcensus.block.LongTable;
import leakcensus.compare.Signature;
import leakcensus.compare.SignatureBlock;
import leakcensus.match.MentionPosition;
import leakcensus.match.ReviewColumns;
import leakcensus.spark.stage.Procedure;
import leakcensus.spark.table.BlockTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Fetches the signatures of labelled mentions.
 *
 * <p>Jobs: one, which fetches a signature a labelled mention.
 */
public final class FetchLabelled
    implements Procedure<Dataset<Row>, Map<MentionPosition, Signature>> {

  @Override
  public String name() {
    return "fetch-labelled";
  }

  /** The signatures by position; blocks of positions and of signatures stand in turn. */
  @Override
  public Map<MentionPosition, Signature> run(Dataset<Row> labelled) {
    BlockTable.LABELLED.require(labelled);
    Map<MentionPosition, Signature> found = new HashMap<>();
    LongTable positions = ReviewColumns.positions();
    for (Row row : labelled.collectAsList()) {
      if (BlockTable.content(row) == BlockTable.POSITIONS) {
        positions = LongTable.decode(BlockTable.block(row));
      } else {
        put(positions, SignatureBlock.decode(BlockTable.block(row)), found);
      }
    }
    return found;
  }

  private static void put(
      LongTable positions, List<Signature> signatures, Map<MentionPosition, Signature> found) {
    for (int row = 0; row < signatures.size(); row++) {
      MentionPosition position =
          new MentionPosition(
              (int) positions.at(row, 0), positions.at(row, 1), (int) positions.at(row, 2));
      found.put(position, signatures.get(row));
    }
  }
}
