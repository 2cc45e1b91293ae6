package leakcensus.spark.profile;

import java.util.Iterator;
import java.util.List;
import leakcensus.block.LongTable;
import leakcensus.profile.CountPersons;
import leakcensus.spark.function.BlockFunction;
import leakcensus.spark.stage.Stage;
import leakcensus.spark.table.BlockTable;
import leakcensus.spark.table.TableSchema;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Counts persons, their fields, and how they repeat within and across sources. */
public final class ProfilePersons implements Stage {

  private final long[] fileExtents;

  /** A plan with the extent of each file, by file id: its bytes or rows. */
  public ProfilePersons(long[] fileExtents) {
    this.fileExtents = fileExtents.clone();
  }

  @Override
  public String name() {
    return "profile-persons";
  }

  @Override
  public TableSchema reads() {
    return BlockTable.PERSON;
  }

  @Override
  public TableSchema writes() {
    return BlockTable.COUNT;
  }

  @Override
  public Dataset<Row> plan(Dataset<Row> persons) {
    return persons.mapPartitions(new CountBucket(fileExtents), BlockTable.ROWS);
  }

  /** Counts the persons of one bucket. */
  private static final class CountBucket implements BlockFunction {

    private static final long serialVersionUID = 1;

    private final long[] fileExtents;

    CountBucket(long[] fileExtents) {
      this.fileExtents = fileExtents;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> blocks) {
      CountPersons counting = new CountPersons(fileExtents);
      while (blocks.hasNext()) {
        counting.count(LongTable.decode(BlockTable.block(blocks.next())));
      }
      return List.of(BlockTable.row(0, BlockTable.COUNTS, counting.counts().encode())).iterator();
    }
  }
}
