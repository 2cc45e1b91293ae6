package leakcensus.spark.profile;

import java.util.Iterator;
import java.util.List;
import leakcensus.profile.CountMentions;
import leakcensus.spark.function.BlockFunction;
import leakcensus.spark.function.MentionBlocks;
import leakcensus.spark.stage.Stage;
import leakcensus.spark.table.BlockTable;
import leakcensus.spark.table.TableSchema;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Counts what mentions and records hold. */
public final class ProfileMentions implements Stage {

  @Override
  public String name() {
    return "profile-mentions";
  }

  @Override
  public TableSchema reads() {
    return BlockTable.MENTION;
  }

  @Override
  public TableSchema writes() {
    return BlockTable.COUNT;
  }

  @Override
  public Dataset<Row> plan(Dataset<Row> mentions) {
    return mentions.mapPartitions(new CountBucket(), BlockTable.ROWS);
  }

  /** Counts the mentions of one bucket. */
  private static final class CountBucket implements BlockFunction {

    private static final long serialVersionUID = 1;

    @Override
    public Iterator<Row> call(Iterator<Row> blocks) {
      CountMentions counting = new CountMentions(MentionBlocks.gather(blocks));
      return List.of(BlockTable.row(0, BlockTable.COUNTS, counting.count().encode())).iterator();
    }
  }
}
