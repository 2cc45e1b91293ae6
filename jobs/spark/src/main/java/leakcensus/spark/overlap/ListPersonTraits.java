package leakcensus.spark.overlap;

import java.util.Iterator;
import leakcensus.block.LongTable;
import leakcensus.link.FormPersons;
import leakcensus.link.LinkRows;
import leakcensus.link.MentionGroups;
import leakcensus.link.TrustSettings;
import leakcensus.overlap.DropShared;
import leakcensus.overlap.ListTraits;
import leakcensus.overlap.TraitRows;
import leakcensus.spark.function.BlockFunction;
import leakcensus.spark.function.Buckets;
import leakcensus.spark.function.LongBlocks;
import leakcensus.spark.function.MentionBlocks;
import leakcensus.spark.function.Rows;
import leakcensus.spark.function.ZipFunction;
import leakcensus.spark.stage.Stage;
import leakcensus.spark.table.BlockTable;
import leakcensus.spark.table.TableSchema;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Lists what tells the persons of a run from others: their identifiers, as far as those are
 * believed, names and dates of birth, all traits of a person in one bucket.
 */
public final class ListPersonTraits implements Stage {

  private final Dataset<Row> assignments;
  private final TrustSettings trust;
  private final int buckets;

  /**
   * A plan for the persons found.
   *
   * @param assignments nodes that are joined with others, bucket i in partition i
   * @param trust the limits of trust that the nodes were formed with
   * @param buckets number of buckets
   */
  public ListPersonTraits(Dataset<Row> assignments, TrustSettings trust, int buckets) {
    BlockTable.ASSIGNMENT.require(assignments);
    this.assignments = assignments;
    this.trust = trust;
    this.buckets = buckets;
  }

  @Override
  public String name() {
    return "list-person-traits";
  }

  @Override
  public TableSchema reads() {
    return BlockTable.MENTION;
  }

  @Override
  public TableSchema writes() {
    return BlockTable.TRAIT;
  }

  @Override
  public Dataset<Row> plan(Dataset<Row> mentions) {
    return ZipFunction.zip(mentions, assignments, new ListBucket(trust, buckets), BlockTable.TRAIT)
        .repartitionById(buckets, functions.col(BlockTable.BUCKET))
        .mapPartitions(new BelieveBucket(trust, buckets), BlockTable.ROWS)
        .repartitionById(buckets, functions.col(BlockTable.BUCKET));
  }

  /** Lists the traits of one bucket: identifiers by token, the others by person. */
  private static final class ListBucket implements ZipFunction {

    private static final long serialVersionUID = 1;

    private final TrustSettings trust;
    private final int buckets;

    ListBucket(TrustSettings trust, int buckets) {
      this.trust = trust;
      this.buckets = buckets;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> mentions, Iterator<Row> assignments) {
      MentionGroups groups = new MentionGroups(MentionBlocks.gather(mentions), trust);
      FormPersons persons =
          new FormPersons(
              groups,
              LongBlocks.gather(assignments, BlockTable.ASSIGNMENTS, LinkRows.assignments()));
      ListTraits traits = ListTraits.of(groups, persons, trust);
      return Rows.inTurn(
          Buckets.split(traits.identifiers(), TraitRows.TOKEN, BlockTable.TRAITS, buckets),
          Buckets.split(traits.others(), TraitRows.PERSON, BlockTable.OTHER_TRAITS, buckets));
    }
  }

  /** Drops the identifiers of one bucket that are not believed, and hands the others on. */
  private static final class BelieveBucket implements BlockFunction {

    private static final long serialVersionUID = 1;

    private final TrustSettings trust;
    private final int buckets;

    BelieveBucket(TrustSettings trust, int buckets) {
      this.trust = trust;
      this.buckets = buckets;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> blocks) {
      LongTable identifiers = TraitRows.table();
      LongTable others = TraitRows.table();
      while (blocks.hasNext()) {
        Row row = blocks.next();
        (BlockTable.content(row) == BlockTable.TRAITS ? identifiers : others)
            .appendEncoded(BlockTable.block(row));
      }
      return Rows.inTurn(
          Buckets.split(
              DropShared.drop(identifiers, trust), TraitRows.PERSON, BlockTable.TRAITS, buckets),
          Buckets.split(others, TraitRows.PERSON, BlockTable.TRAITS, buckets));
    }
  }
}
