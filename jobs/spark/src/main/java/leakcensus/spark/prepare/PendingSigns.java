package leakcensus.spark.prepare;

import java.util.List;
import java.util.stream.Stream;
import leakcensus.authenticity.HideSequences;
import leakcensus.authenticity.TallySigns;
import leakcensus.person.Sex;
import leakcensus.pseudonym.TokenKey;
import leakcensus.spark.function.Buckets;
import leakcensus.spark.table.BlockTable;
import org.apache.spark.sql.Row;

/** What may tell made-up values, counted and hidden while the records of a task are read. */
final class PendingSigns {

  /** Where counts go; any bucket would do. */
  private static final int COUNT_BUCKET = 0;

  private final TallySigns tally;
  private final HideSequences sequences;

  PendingSigns(int sources, TokenKey key) {
    tally = new TallySigns(sources);
    sequences = new HideSequences(key);
  }

  /** Counts a resident id that passes all checks, with what the record states beside it. */
  void addCheckedId(int source, String id, Sex statedSex, String statedBirth) {
    tally.addCheckedId(source, id, statedSex, statedBirth);
    sequences.add(id);
  }

  /** Counts a valid phone number. */
  void addPhone(int source, String phone) {
    tally.addPhone(source, phone);
  }

  /** Blocks of counts, and of hidden sequence numbers by bucket, since the last call. */
  List<Row> takeRows(int buckets) {
    return Stream.concat(
            Stream.of(BlockTable.row(COUNT_BUCKET, BlockTable.COUNTS, tally.takeCounts().encode())),
            Buckets.split(sequences.take(), HideSequences.HIDDEN, BlockTable.SEQUENCES, buckets))
        .toList();
  }
}
