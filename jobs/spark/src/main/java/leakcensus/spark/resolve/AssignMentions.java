package leakcensus.spark.resolve;

import java.util.Iterator;
import java.util.stream.IntStream;
import leakcensus.link.FormPersons;
import leakcensus.link.LinkRows;
import leakcensus.link.MentionGroups;
import leakcensus.link.Node;
import leakcensus.link.TrustSettings;
import leakcensus.person.MentionBlock;
import leakcensus.spark.function.LongBlocks;
import leakcensus.spark.function.MentionBlocks;
import leakcensus.spark.function.ZipFunction;
import leakcensus.spark.stage.Stage;
import leakcensus.spark.table.AssignmentTable;
import leakcensus.spark.table.BlockTable;
import leakcensus.spark.table.TableSchema;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Says for every mention which person it belongs to. */
public final class AssignMentions implements Stage {

  private final Dataset<Row> assignments;
  private final TrustSettings trust;

  /** A plan for the components found; as for {@link PlaceMentions}. */
  public AssignMentions(Dataset<Row> assignments, TrustSettings trust) {
    BlockTable.ASSIGNMENT.require(assignments);
    this.assignments = assignments;
    this.trust = trust;
  }

  @Override
  public String name() {
    return "assign-mentions";
  }

  @Override
  public TableSchema reads() {
    return BlockTable.MENTION;
  }

  @Override
  public TableSchema writes() {
    return AssignmentTable.SCHEMA;
  }

  @Override
  public Dataset<Row> plan(Dataset<Row> mentions) {
    return ZipFunction.zip(mentions, assignments, new AssignBucket(trust), AssignmentTable.SCHEMA);
  }

  /** Assigns the mentions of one bucket. */
  private static final class AssignBucket implements ZipFunction {

    private static final long serialVersionUID = 1;

    private final TrustSettings trust;

    AssignBucket(TrustSettings trust) {
      this.trust = trust;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> mentionRows, Iterator<Row> assignmentRows) {
      MentionGroups groups = new MentionGroups(MentionBlocks.gather(mentionRows), trust);
      FormPersons persons =
          new FormPersons(
              groups,
              LongBlocks.gather(assignmentRows, BlockTable.ASSIGNMENTS, LinkRows.assignments()));
      MentionBlock mentions = groups.mentions();
      return IntStream.range(0, groups.size())
          .mapToObj(
              row ->
                  RowFactory.create(
                      mentions.fileId(row),
                      mentions.position(row),
                      mentions.slot(row),
                      persons.person(groups.node(row)),
                      Node.isAttributable(mentions, row),
                      mentions.isOrganisation(row)))
          .iterator();
    }
  }
}
