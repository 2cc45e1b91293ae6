package leakcensus.spark.read;

import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReadStore;
import org.apache.parquet.column.ColumnReader;

/** Reads one column of Parquet rows as text, row by row. */
final class ParquetColumn {

  private final ColumnDescriptor descriptor;
  private final ParquetText text;
  private ColumnReader reader;
  private String value = "";

  /** All values of a row that has several. */
  private final List<String> several = new ArrayList<>();

  private boolean hasSeveral;

  ParquetColumn(ColumnDescriptor descriptor) {
    this.descriptor = descriptor;
    text = new ParquetText(descriptor.getPrimitiveType());
  }

  /** Path of the column in the file's schema. */
  List<String> path() {
    return List.of(descriptor.getPath());
  }

  /** What turns the values of this column into text. */
  ParquetText text() {
    return text;
  }

  /** Starts with the rows of a row group, read with {@link #text()}. */
  void start(ColumnReadStore rowGroup) {
    text.forget();
    reader = rowGroup.getColumnReader(descriptor);
  }

  /** Takes the values of the next row that have content. */
  void advance() {
    value = "";
    hasSeveral = false;
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
    return hasSeveral;
  }

  /** All values of the current row. */
  List<String> values() {
    if (hasSeveral) {
      return List.copyOf(several);
    }
    return value.isEmpty() ? List.of() : List.of(value);
  }

  private void take() {
    // What is neither read nor skipped would be taken for the value of a later row.
    reader.writeCurrentValueToConverter();
    if (value.isEmpty()) {
      value = text.value();
    } else if (!text.value().isEmpty()) {
      if (!hasSeveral) {
        hasSeveral = true;
        several.clear();
        several.add(value);
      }
      several.add(text.value());
    }
  }
}
