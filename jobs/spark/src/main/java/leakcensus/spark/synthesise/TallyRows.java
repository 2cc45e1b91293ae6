package leakcensus.spark.synthesise;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Tallies as rows: what is counted, by its number, and the counts. */
final class TallyRows {

  static final StructType SCHEMA =
      new StructType()
          .add("counted", DataTypes.IntegerType, false)
          .add("counts", DataTypes.createArrayType(DataTypes.LongType, false), false);

  private TallyRows() {}

  static Row row(int counted, long[] counts) {
    return RowFactory.create(counted, counts);
  }

  static int counted(Row row) {
    return row.getInt(0);
  }

  static long[] counts(Row row) {
    return row.<Long>getList(1).stream().mapToLong(Long::longValue).toArray();
  }
}
