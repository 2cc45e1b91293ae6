package leakcensus.spark.read;

import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReadStore;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;

/** Reads one column of Parquet rows as text, row by row. */
final class ParquetColumn {

  private final ColumnDescriptor descriptor;
  private final PrimitiveType type;
  private final boolean isText;
  private ColumnReader reader;
  private String value = "";

  ParquetColumn(ColumnDescriptor descriptor) {
    this.descriptor = descriptor;
    type = descriptor.getPrimitiveType();
    LogicalTypeAnnotation meaning = type.getLogicalTypeAnnotation();
    isText =
        type.getPrimitiveTypeName() == PrimitiveType.PrimitiveTypeName.BINARY
            && !(meaning instanceof LogicalTypeAnnotation.DecimalLogicalTypeAnnotation);
  }

  /** Starts with the rows of a row group. */
  void start(ColumnReadStore rowGroup) {
    reader = rowGroup.getColumnReader(descriptor);
  }

  /** Takes the value of the next row. */
  void advance() {
    value = "";
    boolean found = false;
    do {
      if (!found && reader.getCurrentDefinitionLevel() == descriptor.getMaxDefinitionLevel()) {
        value = text();
        found = true;
      }
      reader.consume();
    } while (reader.getCurrentRepetitionLevel() > 0);
  }

  /** The value of the current row; empty where it has none. */
  String value() {
    return value;
  }

  private String text() {
    if (isText) {
      return reader.getBinary().toStringUsingUTF8();
    }
    return switch (type.getPrimitiveTypeName()) {
      case BOOLEAN -> type.stringifier().stringify(reader.getBoolean());
      case INT32 -> type.stringifier().stringify(reader.getInteger());
      case INT64 -> type.stringifier().stringify(reader.getLong());
      case FLOAT -> type.stringifier().stringify(reader.getFloat());
      case DOUBLE -> type.stringifier().stringify(reader.getDouble());
      case BINARY, FIXED_LEN_BYTE_ARRAY, INT96 -> type.stringifier().stringify(reader.getBinary());
    };
  }
}
