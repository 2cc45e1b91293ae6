package leakcensus.compare;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import leakcensus.person.PersonField;

/**
 * Normalised values of a mention beside those that stand for their fields, such as a second phone.
 * It never prints them.
 */
public final class FurtherValues {

  /** No further values. */
  public static final FurtherValues NONE = new FurtherValues(Map.of());

  private final Map<PersonField, List<String>> values;

  private FurtherValues(Map<PersonField, List<String>> values) {
    this.values = values;
  }

  /**
   * Further values by field.
   *
   * @param values for each field different values; they are put into an order that hangs on them
   *     alone, and not on the rules by which one was found better than another
   */
  public static FurtherValues of(Map<PersonField, List<String>> values) {
    if (values.isEmpty()) {
      return NONE;
    }
    Map<PersonField, List<String>> copy = new EnumMap<>(PersonField.class);
    values.forEach((field, ofField) -> copy.put(field, ofField.stream().sorted().toList()));
    return new FurtherValues(copy);
  }

  /** Whether there are none. */
  boolean isEmpty() {
    return values.isEmpty();
  }

  /** The values of a field, in order. */
  List<String> of(PersonField field) {
    return values.getOrDefault(field, List.of());
  }

  /** How many there are, and none of them. */
  @Override
  public String toString() {
    return "FurtherValues[%d]".formatted(values.values().stream().mapToInt(List::size).sum());
  }
}
