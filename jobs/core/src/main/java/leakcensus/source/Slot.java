package leakcensus.source;

import java.io.Serializable;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import leakcensus.person.PersonField;

/**
 * A place in a record where a person stands.
 *
 * @param name name of the slot, such as {@code reporter}
 * @param columns for each field the columns that may hold it, in order of preference
 */
public record Slot(String name, Map<PersonField, List<JoinedColumns>> columns)
    implements Serializable {

  public Slot {
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("Missing fields of slot %s: map one".formatted(name));
    }
    Map<PersonField, List<JoinedColumns>> copy = new EnumMap<>(PersonField.class);
    for (Map.Entry<PersonField, List<JoinedColumns>> field : columns.entrySet()) {
      if (field.getValue().isEmpty()) {
        throw new IllegalArgumentException(
            "Missing columns of field %s in slot %s: name one"
                .formatted(field.getKey().key(), name));
      }
      copy.put(field.getKey(), List.copyOf(field.getValue()));
    }
    columns = Collections.unmodifiableMap(copy);
  }

  /** A slot none of whose columns are joined. */
  public static Slot of(String name, Map<PersonField, List<String>> columns) {
    Map<PersonField, List<JoinedColumns>> alone = new EnumMap<>(PersonField.class);
    columns.forEach(
        (field, names) -> alone.put(field, names.stream().map(JoinedColumns::of).toList()));
    return new Slot(name, alone);
  }

  /** Names of all columns of all fields; one that serves twice stands twice. */
  List<String> columnNames() {
    return columns.values().stream()
        .flatMap(List::stream)
        .flatMap(joined -> joined.names().stream())
        .toList();
  }
}
