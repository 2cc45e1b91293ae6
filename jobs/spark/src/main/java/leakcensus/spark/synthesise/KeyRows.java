package leakcensus.spark.synthesise;

import leakcensus.synthetic.SyntheticKey;
import leakcensus.synthetic.SyntheticKey.Duplicate;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Keys of synthetic records as rows: one row per record of the sample. */
final class KeyRows {

  static final String FILE = "file";
  static final String ORDER = "order";
  static final String SOURCE = "source";
  static final String PERSON = "person";
  static final String COPY = "copy";
  static final String DUPLICATE = "duplicate";

  static final StructType SCHEMA =
      new StructType()
          .add(FILE, DataTypes.IntegerType, false)
          .add(ORDER, DataTypes.LongType, false)
          .add(SOURCE, DataTypes.IntegerType, false)
          .add(PERSON, DataTypes.LongType, false)
          .add(COPY, DataTypes.IntegerType, false)
          .add(DUPLICATE, DataTypes.IntegerType, false);

  private KeyRows() {}

  static Row row(SyntheticKey key, int file) {
    return RowFactory.create(
        file, key.order(), key.source(), key.person(), key.copy(), key.duplicate().ordinal());
  }

  static SyntheticKey key(Row row) {
    return new SyntheticKey(
        row.getInt(2), row.getLong(3), row.getInt(4), Duplicate.at(row.getInt(5)), row.getLong(1));
  }
}
