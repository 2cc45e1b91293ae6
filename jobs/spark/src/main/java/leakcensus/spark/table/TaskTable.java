package leakcensus.spark.table;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Tasks of the reader, one row a task: its number, and what of it must reach no disk.
 *
 * <p>Spark keeps functions and broadcast values as blocks, which it moves to disk where memory is
 * short. A row of a parallel collection travels inside its task and stays in memory.
 */
public final class TaskTable {

  public static final String ID = "id";
  public static final String KEY = "key";
  public static final String PATHS = "paths";

  public static final TableSchema SCHEMA =
      new TableSchema(
          "task",
          new StructType()
              .add(ID, DataTypes.LongType, false)
              .add(KEY, DataTypes.BinaryType, false)
              .add(PATHS, DataTypes.createArrayType(DataTypes.StringType, false), false));

  private TaskTable() {}

  /** A row. */
  public static Row row(long id, byte[] key, List<String> paths) {
    return RowFactory.create(id, key, paths.toArray(new String[0]));
  }

  /** Number of the task. */
  public static int id(Row row) {
    return Math.toIntExact(row.getLong(0));
  }

  /** Key of the tokens. */
  public static byte[] key(Row row) {
    return row.getAs(1);
  }

  /** Path of the file of each split of the task. */
  public static List<String> paths(Row row) {
    return row.getList(2);
  }
}
