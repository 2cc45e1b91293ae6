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
public record Slot(String name, Map<PersonField, List<String>> columns) implements Serializable {

  public Slot {
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("Missing fields of slot %s: map one".formatted(name));
    }
    Map<PersonField, List<String>> copy = new EnumMap<>(PersonField.class);
    for (Map.Entry<PersonField, List<String>> field : columns.entrySet()) {
      if (field.getValue().isEmpty()) {
        throw new IllegalArgumentException(
            "Missing columns of field %s in slot %s: name one"
                .formatted(field.getKey().key(), name));
      }
      copy.put(field.getKey(), List.copyOf(field.getValue()));
    }
    columns = Collections.unmodifiableMap(copy);
  }
}
