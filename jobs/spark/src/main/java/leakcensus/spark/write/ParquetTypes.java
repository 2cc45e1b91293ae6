package leakcensus.spark.write;

import leakcensus.spark.table.SummaryColumn;
import leakcensus.spark.table.SummaryTable;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/** Parquet schemas of summary tables. */
final class ParquetTypes {

  private ParquetTypes() {}

  static MessageType schema(SummaryTable table) {
    Types.MessageTypeBuilder schema = Types.buildMessage();
    for (SummaryColumn column : table.columns()) {
      schema.addField(type(column));
    }
    return schema.named(table.name());
  }

  private static Type type(SummaryColumn column) {
    return switch (column.type()) {
      case WHOLE -> Types.optional(PrimitiveTypeName.INT64).named(column.name());
      case REAL -> Types.optional(PrimitiveTypeName.DOUBLE).named(column.name());
      case FLAG -> Types.optional(PrimitiveTypeName.BOOLEAN).named(column.name());
      case TEXT ->
          Types.optional(PrimitiveTypeName.BINARY)
              .as(LogicalTypeAnnotation.stringType())
              .named(column.name());
      case WHOLES ->
          Types.optionalList().requiredElement(PrimitiveTypeName.INT64).named(column.name());
    };
  }
}
