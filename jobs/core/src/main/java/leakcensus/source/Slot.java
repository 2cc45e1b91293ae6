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
 * @param choices for each of these fields which of its values count; where there is none, {@link
 *     ValueChoice#of}
 */
public record Slot(
    String name,
    Map<PersonField, List<JoinedColumns>> columns,
    Map<PersonField, ValueChoice> choices)
    implements Serializable {

  /** Most different values of one field that a mention keeps. */
  public static final int MAX_VALUES = 8;

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
    Map<PersonField, ValueChoice> chosen = new EnumMap<>(PersonField.class);
    for (PersonField field : columns.keySet()) {
      ValueChoice choice = choices.getOrDefault(field, ValueChoice.of(field));
      if (choice != ValueChoice.FIRST && !ValueChoice.mayBeSeveral(field)) {
        throw new IllegalArgumentException(
            "Invalid values of field %s in slot %s: only national-id, phone and email may have several at once (name alternatives as [a, b], columns to join as [[a, b]])"
                .formatted(field.key(), name));
      }
      chosen.put(field, choice);
    }
    choices = Collections.unmodifiableMap(chosen);
  }

  /** A slot whose configuration leaves open which values count. */
  public Slot(String name, Map<PersonField, List<JoinedColumns>> columns) {
    this(name, columns, Map.of());
  }

  /** A slot none of whose columns are joined. */
  public static Slot of(String name, Map<PersonField, List<String>> columns) {
    Map<PersonField, List<JoinedColumns>> alone = new EnumMap<>(PersonField.class);
    columns.forEach(
        (field, names) -> alone.put(field, names.stream().map(JoinedColumns::of).toList()));
    return new Slot(name, alone);
  }

  /** Names of the columns of which more than the first value counts; those joined do not. */
  List<String> columnsOfSeveralValues() {
    return columns.entrySet().stream()
        .filter(field -> choices.get(field.getKey()) != ValueChoice.FIRST)
        .flatMap(field -> field.getValue().stream())
        .filter(joined -> joined.names().size() == 1)
        .map(joined -> joined.names().get(0))
        .toList();
  }

  /** Names of all columns of all fields; one that serves twice stands twice. */
  List<String> columnNames() {
    return columns.values().stream()
        .flatMap(List::stream)
        .flatMap(joined -> joined.names().stream())
        .toList();
  }
}
