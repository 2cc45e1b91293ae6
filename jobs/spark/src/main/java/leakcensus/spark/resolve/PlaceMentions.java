package leakcensus.spark.resolve;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import leakcensus.link.FormPersons;
import leakcensus.link.LinkRows;
import leakcensus.link.MentionGroups;
import leakcensus.link.MergePersons;
import leakcensus.link.TrustSettings;
import leakcensus.person.PersonRows;
import leakcensus.spark.function.BlockFunction;
import leakcensus.spark.function.Buckets;
import leakcensus.spark.function.LongBlocks;
import leakcensus.spark.function.MentionBlocks;
import leakcensus.spark.function.ZipFunction;
import leakcensus.spark.stage.Stage;
import leakcensus.spark.table.BlockTable;
import leakcensus.spark.table.TableSchema;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Puts every mention into its person. */
public final class PlaceMentions implements Stage {

  private final Dataset<Row> assignments;
  private final TrustSettings trust;
  private final int buckets;

  /**
   * A plan for the components found.
   *
   * @param assignments nodes that are joined with others, bucket i in partition i
   * @param trust the limits of trust that the nodes were formed with
   * @param buckets number of buckets
   */
  public PlaceMentions(Dataset<Row> assignments, TrustSettings trust, int buckets) {
    BlockTable.ASSIGNMENT.require(assignments);
    this.assignments = assignments;
    this.trust = trust;
    this.buckets = buckets;
  }

  @Override
  public String name() {
    return "place-mentions";
  }

  @Override
  public TableSchema reads() {
    return BlockTable.MENTION;
  }

  @Override
  public TableSchema writes() {
    return BlockTable.PERSON;
  }

  @Override
  public Dataset<Row> plan(Dataset<Row> mentions) {
    Dataset<Row> parts =
        ZipFunction.zip(mentions, assignments, new FormBucket(trust, buckets), BlockTable.PERSON);
    return parts
        .repartitionById(buckets, functions.col(BlockTable.BUCKET))
        .mapPartitions(new MergeBucket(), BlockTable.ROWS);
  }

  /** Forms the persons, and parts of persons, of one bucket. */
  private static final class FormBucket implements ZipFunction {

    private static final long serialVersionUID = 1;

    private final TrustSettings trust;
    private final int buckets;

    FormBucket(TrustSettings trust, int buckets) {
      this.trust = trust;
      this.buckets = buckets;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> mentions, Iterator<Row> assignments) {
      MentionGroups groups = new MentionGroups(MentionBlocks.gather(mentions), trust);
      FormPersons forming =
          new FormPersons(
              groups,
              LongBlocks.gather(assignments, BlockTable.ASSIGNMENTS, LinkRows.assignments()));
      return Buckets.split(forming.form(), PersonRows.PERSON, BlockTable.PERSONS, buckets)
          .iterator();
    }
  }

  /** Puts the parts of each person together. */
  private static final class MergeBucket implements BlockFunction {

    private static final long serialVersionUID = 1;

    @Override
    public Iterator<Row> call(Iterator<Row> blocks) {
      List<byte[]> parts = new ArrayList<>();
      while (blocks.hasNext()) {
        parts.add(BlockTable.block(blocks.next()));
      }
      List<Row> merged = new ArrayList<>();
      merged.add(
          BlockTable.row(
              0,
              BlockTable.PERSONS,
              MergePersons.merge(LongBlocks.decode(parts, PersonRows.table())).encode()));
      return merged.iterator();
    }
  }
}
