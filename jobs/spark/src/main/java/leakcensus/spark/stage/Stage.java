package leakcensus.spark.stage;

import leakcensus.spark.table.TableSchema;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A lazy plan from table to table; it starts no job. */
public interface Stage {

  /** Name of the stage, a verb phrase such as {@code prepare-mentions}. */
  String name();

  /** The table it reads. */
  TableSchema reads();

  /** The table it writes. */
  TableSchema writes();

  /** The plan. */
  Dataset<Row> plan(Dataset<Row> input);
}
