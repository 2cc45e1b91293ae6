package leakcensus.spark.write;

import leakcensus.spark.table.TableSchema;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Rows of a table of many rows as Parquet knows them, with the types that Spark would choose. */
final class PartGroups {

  private PartGroups() {}

  /** The schema of a table whose cells are never empty. */
  static MessageType schema(TableSchema table) {
    Types.MessageTypeBuilder schema = Types.buildMessage();
    for (StructField column : table.columns().fields()) {
      schema.addField(Types.required(type(column.dataType())).named(column.name()));
    }
    return schema.named(table.name());
  }

  /** Puts the cells of a row into a group. */
  static Group fill(Group group, Row row) {
    for (int i = 0; i < row.size(); i++) {
      String column = group.getType().getFieldName(i);
      switch (group.getType().getType(i).asPrimitiveType().getPrimitiveTypeName()) {
        case INT32 -> group.add(column, row.getInt(i));
        case INT64 -> group.add(column, row.getLong(i));
        default -> group.add(column, row.getBoolean(i));
      }
    }
    return group;
  }

  /** The row of a group, by the names of its columns. */
  static Row row(Group group, StructType columns) {
    Object[] cells = new Object[columns.length()];
    for (int i = 0; i < cells.length; i++) {
      String column = columns.fields()[i].name();
      cells[i] =
          switch (type(columns.fields()[i].dataType())) {
            case INT32 -> group.getInteger(column, 0);
            case INT64 -> group.getLong(column, 0);
            default -> group.getBoolean(column, 0);
          };
    }
    return RowFactory.create(cells);
  }

  private static PrimitiveTypeName type(DataType type) {
    if (type.equals(DataTypes.IntegerType)) {
      return PrimitiveTypeName.INT32;
    }
    if (type.equals(DataTypes.LongType)) {
      return PrimitiveTypeName.INT64;
    }
    if (type.equals(DataTypes.BooleanType)) {
      return PrimitiveTypeName.BOOLEAN;
    }
    throw new IllegalArgumentException(
        "Invalid type of a column: %s (must be int, bigint or boolean)"
            .formatted(type.simpleString()));
  }
}
