package leakcensus.spark.profile;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import leakcensus.block.LongTable;
import leakcensus.profile.AlikePersons;
import leakcensus.profile.CountPersons;
import leakcensus.spark.function.BlockFunction;
import leakcensus.spark.function.Buckets;
import leakcensus.spark.function.Rows;
import leakcensus.spark.stage.Stage;
import leakcensus.spark.table.BlockTable;
import leakcensus.spark.table.TableSchema;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Counts persons, their fields, and how they repeat within and across sources. */
public final class ProfilePersons implements Stage {

  private final long[] fileExtents;
  private final int buckets;

  /**
   * A plan.
   *
   * @param fileExtents the extent of each file, by file id: its bytes or rows
   * @param buckets number of buckets
   */
  public ProfilePersons(long[] fileExtents, int buckets) {
    this.fileExtents = fileExtents.clone();
    this.buckets = buckets;
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
    return persons
        .mapPartitions(new CountBucket(fileExtents, buckets), BlockTable.ROWS)
        .repartitionById(buckets, functions.col(BlockTable.BUCKET))
        .mapPartitions(new CountAlike(), BlockTable.ROWS);
  }

  /** Counts the persons of one bucket. */
  private static final class CountBucket implements BlockFunction {

    private static final long serialVersionUID = 1;

    private final long[] fileExtents;
    private final int buckets;

    CountBucket(long[] fileExtents, int buckets) {
      this.fileExtents = fileExtents;
      this.buckets = buckets;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> blocks) {
      CountPersons counting = new CountPersons(fileExtents);
      while (blocks.hasNext()) {
        counting.count(LongTable.decode(BlockTable.block(blocks.next())));
      }
      return Rows.inTurn(
          Stream.of(BlockTable.row(0, BlockTable.COUNTS, counting.counts().encode())),
          Buckets.split(counting.alike(), AlikePersons.KEY, BlockTable.ALIKE, buckets));
    }
  }

  /** Counts the groups of persons alike whose keys meet in one bucket; hands the counts on. */
  private static final class CountAlike implements BlockFunction {

    private static final long serialVersionUID = 1;

    @Override
    public Iterator<Row> call(Iterator<Row> blocks) {
      List<Row> rows = new ArrayList<>();
      LongTable alike = AlikePersons.table(0);
      while (blocks.hasNext()) {
        Row row = blocks.next();
        if (BlockTable.content(row) == BlockTable.ALIKE) {
          alike.appendEncoded(BlockTable.block(row));
        } else {
          rows.add(row);
        }
      }
      rows.add(BlockTable.row(0, BlockTable.COUNTS, AlikePersons.count(alike).encode()));
      return rows.iterator();
    }
  }
}
