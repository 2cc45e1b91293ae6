package leakcensus.severity;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import leakcensus.person.PersonField;

/**
 * Person fields that stand together with at least one person.
 *
 * @param fields the fields with content
 * @param withheld whether so few persons have exactly these that their number is not published
 */
public record ExposedSet(SortedSet<PersonField> fields, boolean withheld) {

  public ExposedSet {
    fields = Collections.unmodifiableSortedSet(new TreeSet<>(fields));
  }

  /** The set of a mask of fields. */
  public static ExposedSet of(long mask, boolean withheld) {
    Set<PersonField> fields = EnumSet.noneOf(PersonField.class);
    for (PersonField field : PersonField.values()) {
      if ((mask & field.bit()) != 0) {
        fields.add(field);
      }
    }
    return new ExposedSet(new TreeSet<>(fields), withheld);
  }

  /** The fields as a list of words. */
  String words() {
    return fields.isEmpty()
        ? "no person field"
        : fields.stream()
            .map(field -> field.key().replace('-', ' '))
            .collect(Collectors.joining(", "));
  }
}
