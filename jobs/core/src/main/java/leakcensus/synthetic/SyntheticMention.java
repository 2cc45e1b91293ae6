package leakcensus.synthetic;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import leakcensus.person.PersonField;

/**
 * A person who stands in a synthetic record with at least one field.
 *
 * @param slot place of the slot in {@link SourceKind#slots()}
 * @param person number of the true person
 * @param fields the fields that have content; not empty
 * @param slips what is wrong with them
 */
public record SyntheticMention(int slot, long person, Set<PersonField> fields, Set<Slip> slips) {

  public SyntheticMention {
    fields = copy(fields, PersonField.class);
    slips = copy(slips, Slip.class);
    if (fields.isEmpty()) {
      throw new IllegalArgumentException("Invalid mention: no field has content");
    }
  }

  private static <E extends Enum<E>> Set<E> copy(Set<E> values, Class<E> type) {
    Set<E> copy = EnumSet.noneOf(type);
    copy.addAll(values);
    return Collections.unmodifiableSet(copy);
  }

  /** What can be wrong with the fields of a mention. */
  public enum Slip {
    NAME_TYPO,
    INVALID_ID,
    JUNK_PHONE
  }
}
