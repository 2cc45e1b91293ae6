package leakcensus.spark.prepare;

import java.util.List;
import java.util.stream.Stream;
import leakcensus.authenticity.HideSequences;
import leakcensus.authenticity.TallySigns;
import leakcensus.count.CountTable;
import leakcensus.count.Measure;
import leakcensus.person.PersonField;
import leakcensus.person.Sex;
import leakcensus.pseudonym.TokenKey;
import leakcensus.spark.function.Buckets;
import leakcensus.spark.table.BlockTable;
import org.apache.spark.sql.Row;

/**
 * What is counted while the records of a task are read: what may tell made-up values, some of it
 * hidden, and values beside those that stand for their fields.
 */
final class PendingSigns {

  /** Where counts go; any bucket would do. */
  private static final int COUNT_BUCKET = 0;

  private final TallySigns tally;
  private final HideSequences sequences;
  private CountTable several = new CountTable();

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

  /** Counts the values of a field beside the one that stands for it, kept and left out. */
  void addFurther(int source, int slot, PersonField field, int kept, int leftOut) {
    several.add(Measure.FURTHER_VALUES, source, slot, field.ordinal(), kept);
    several.add(Measure.VALUES_OVER_LIMIT, source, slot, field.ordinal(), leftOut);
  }

  /** Blocks of counts, and of hidden sequence numbers by bucket, since the last call. */
  List<Row> takeRows(int buckets) {
    CountTable counts = tally.takeCounts();
    counts.addAll(several);
    several = new CountTable();
    return Stream.concat(
            Stream.of(BlockTable.row(COUNT_BUCKET, BlockTable.COUNTS, counts.encode())),
            Buckets.split(sequences.take(), HideSequences.HIDDEN, BlockTable.SEQUENCES, buckets))
        .toList();
  }
}
