package leakcensus.spark.profile;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import leakcensus.authenticity.CountSequences;
import leakcensus.authenticity.HideSequences;
import leakcensus.block.LongTable;
import leakcensus.count.CountTable;
import leakcensus.person.MentionBlock;
import leakcensus.profile.CountMentions;
import leakcensus.spark.function.BlockFunction;
import leakcensus.spark.stage.Stage;
import leakcensus.spark.table.BlockTable;
import leakcensus.spark.table.TableSchema;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Counts what mentions and records hold, and neighbours among sequence numbers of ids. */
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
      LongTable sequences = HideSequences.table();
      List<byte[]> mentions = new ArrayList<>();
      while (blocks.hasNext()) {
        Row row = blocks.next();
        if (BlockTable.content(row) == BlockTable.SEQUENCES) {
          sequences.appendEncoded(BlockTable.block(row));
        } else if (BlockTable.content(row) == BlockTable.MENTIONS) {
          mentions.add(BlockTable.block(row));
        }
      }
      CountTable counts = new CountMentions(taken(mentions)).count();
      counts.addAll(CountSequences.count(sequences));
      return List.of(BlockTable.row(0, BlockTable.COUNTS, counts.encode())).iterator();
    }

    private static MentionBlock taken(List<byte[]> blocks) {
      MentionBlock mentions = MentionBlock.of(blocks);
      // They are not needed twice, and take as much again.
      blocks.clear();
      return mentions;
    }
  }
}
