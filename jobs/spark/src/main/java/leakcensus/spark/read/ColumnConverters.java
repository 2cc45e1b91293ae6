package leakcensus.spark.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.Type;

/** Leads Parquet's reader to the converter of each leaf; it has no interest in records as such. */
final class ColumnConverters extends GroupConverter {

  private final List<Converter> converters = new ArrayList<>();

  /** Converters of a schema's leaves, by their paths. */
  ColumnConverters(GroupType schema, Map<List<String>, ParquetText> texts) {
    this(schema, List.of(), texts);
  }

  private ColumnConverters(
      GroupType group, List<String> above, Map<List<String>, ParquetText> texts) {
    for (Type field : group.getFields()) {
      List<String> path = new ArrayList<>(above);
      path.add(field.getName());
      converters.add(
          field.isPrimitive()
              ? texts.get(path)
              : new ColumnConverters(field.asGroupType(), path, texts));
    }
  }

  @Override
  public Converter getConverter(int field) {
    return converters.get(field);
  }

  @Override
  public void start() {
    // Columns are read one by one, and records put together of them elsewhere.
  }

  @Override
  public void end() {
    // As above.
  }
}
