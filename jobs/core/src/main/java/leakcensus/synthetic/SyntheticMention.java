package leakcensus.synthetic;

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
    fields = Set.copyOf(fields);
    slips = Set.copyOf(slips);
    if (fields.isEmpty()) {
      throw new IllegalArgumentException("Invalid mention: no field has content");
    }
  }

  /** What can be wrong with the fields of a mention. */
  public enum Slip {
    NAME_TYPO,
    INVALID_ID,
    JUNK_PHONE
  }
}
