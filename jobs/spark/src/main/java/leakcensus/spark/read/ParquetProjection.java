package leakcensus.spark.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * The part of a Parquet schema that has mapped columns.
 *
 * <p>A column is the path of a leaf; the two names that the format puts between a list and its
 * elements may be left out: {@code phones} for {@code phones.list.element}.
 */
final class ParquetProjection {

  private final List<String> columns;
  private final Map<String, String> columnOfPath = new HashMap<>();
  private MessageType schema;

  private ParquetProjection(List<String> columns) {
    this.columns = columns;
  }

  /** The part of a schema with some columns. */
  static ParquetProjection of(MessageType schema, List<String> columns) {
    ParquetProjection projection = new ParquetProjection(columns);
    List<Type> kept = new ArrayList<>();
    for (Type field : schema.getFields()) {
      projection.prune(field, field.getName(), field.getName()).ifPresent(kept::add);
    }
    projection.schema = new MessageType(schema.getName(), kept);
    return projection;
  }

  MessageType schema() {
    return schema;
  }

  /** The mapped column of a leaf. */
  String columnOf(ColumnDescriptor leaf) {
    return columnOfPath.get(String.join(".", leaf.getPath()));
  }

  private Optional<Type> prune(Type field, String path, String shortPath) {
    if (field.isPrimitive()) {
      String column = columns.contains(path) ? path : shortPath;
      if (!columns.contains(column)) {
        return Optional.empty();
      }
      columnOfPath.put(path, column);
      return Optional.of(field);
    }
    GroupType group = field.asGroupType();
    return isList(group)
        ? pruneList(group, path, shortPath)
        : kept(group, pruneAll(group, path, shortPath + "."));
  }

  private List<Type> pruneAll(GroupType group, String path, String shortPrefix) {
    List<Type> kept = new ArrayList<>();
    for (Type child : group.getFields()) {
      String name = child.getName();
      prune(child, path + "." + name, shortPrefix + name).ifPresent(kept::add);
    }
    return kept;
  }

  private Optional<Type> pruneList(GroupType list, String path, String shortPath) {
    Type repeated = list.getType(0);
    String repeatedPath = path + "." + repeated.getName();
    if (repeated.isPrimitive() || repeated.asGroupType().getFieldCount() > 1) {
      return kept(list, prune(repeated, repeatedPath, shortPath).stream().toList());
    }
    GroupType entry = repeated.asGroupType();
    Type element = entry.getType(0);
    String elementPath = repeatedPath + "." + element.getName();
    return prune(element, elementPath, shortPath)
        .flatMap(kept -> kept(list, kept(entry, List.of(kept)).stream().toList()));
  }

  private static Optional<Type> kept(GroupType group, List<Type> fields) {
    return fields.isEmpty() ? Optional.empty() : Optional.of(group.withNewFields(fields));
  }

  private static boolean isList(GroupType group) {
    return group.getLogicalTypeAnnotation()
            instanceof LogicalTypeAnnotation.ListLogicalTypeAnnotation
        && group.getFieldCount() == 1;
  }
}
