package leakcensus.spark.read;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReadStore;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;

/** Reads one column of Parquet rows as text, row by row. */
final class ParquetColumn {

  private static final long JULIAN_DAY_OF_EPOCH = 2_440_588;

  private final ColumnDescriptor descriptor;
  private final PrimitiveType type;
  private final boolean isText;
  private ColumnReader reader;
  private String value = "";

  /** All values of a row that has several, else empty. */
  private List<String> several = List.of();

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

  /** Takes the values of the next row that have content. */
  void advance() {
    value = "";
    several = List.of();
    do {
      if (reader.getCurrentDefinitionLevel() == descriptor.getMaxDefinitionLevel()) {
        take();
      }
      reader.consume();
    } while (reader.getCurrentRepetitionLevel() > 0);
  }

  /** The first value of the current row; empty where it has none. */
  String value() {
    return value;
  }

  /** Whether the current row has more than one. */
  boolean hasSeveral() {
    return !several.isEmpty();
  }

  /** All values of the current row. */
  List<String> values() {
    return hasSeveral() || value.isEmpty() ? several : List.of(value);
  }

  private void take() {
    // What is neither read nor skipped would be taken for the value of a later row.
    String text = text();
    if (value.isEmpty()) {
      value = text;
    } else if (!text.isEmpty()) {
      if (several.isEmpty()) {
        several = new ArrayList<>(List.of(value));
      }
      several.add(text);
    }
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
      case BINARY, FIXED_LEN_BYTE_ARRAY -> type.stringifier().stringify(reader.getBinary());
      case INT96 -> timestamp(reader.getBinary());
    };
  }

  /** The timestamp of older writers: nanoseconds of the day and Julian day, little-endian. */
  private static String timestamp(Binary int96) {
    ByteBuffer bytes = int96.toByteBuffer().slice().order(ByteOrder.LITTLE_ENDIAN);
    long nanosOfDay = bytes.getLong();
    long day = Integer.toUnsignedLong(bytes.getInt()) - JULIAN_DAY_OF_EPOCH;
    return LocalDate.ofEpochDay(day).atStartOfDay().plusNanos(nanosOfDay).toString();
  }
}
