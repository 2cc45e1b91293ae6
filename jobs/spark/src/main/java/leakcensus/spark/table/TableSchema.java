package leakcensus.spark.table;

import java.io.Serializable;
import java.util.Arrays;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * A table that passes from stage to stage.
 *
 * @param name name of the table
 * @param columns its columns
 */
public record TableSchema(String name, StructType columns) implements Serializable {

  /**
   * Checks that a data set has all columns of this table.
   *
   * @throws IllegalStateException if one is missing or of another type
   */
  public void require(Dataset<Row> rows) {
    StructType found = rows.schema();
    for (StructField column : columns.fields()) {
      boolean there =
          Arrays.stream(found.fields())
              .anyMatch(
                  other ->
                      other.name().equals(column.name())
                          && other.dataType().equals(column.dataType()));
      if (!there) {
        throw new IllegalStateException(
            "Cannot read table %s: no column %s %s (found %s)"
                .formatted(
                    name, column.name(), column.dataType().simpleString(), found.simpleString()));
      }
    }
  }
}
