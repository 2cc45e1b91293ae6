package leakcensus.synthetic;

import java.util.Objects;
import java.util.Optional;
import leakcensus.person.PersonField;

/**
 * A column of a synthetic source.
 *
 * @param name the column's name in the files
 * @param role what the column holds
 * @param slot place of the slot in {@link SourceKind#slots()}, or 0 where the role knows no slot
 * @param field the person field of a column with that role
 * @param type how JSON and Parquet write it
 */
public record SyntheticColumn(
    String name, Role role, int slot, Optional<PersonField> field, Type type) {

  public SyntheticColumn {
    Objects.requireNonNull(type, "type");
    if (field.isPresent() != (role == Role.PERSON_FIELD)) {
      throw new IllegalArgumentException(
          "Invalid column %s: role %s (a person field stands in this role only)"
              .formatted(name, role));
    }
  }

  static SyntheticColumn field(String name, int slot, PersonField field) {
    return new SyntheticColumn(name, Role.PERSON_FIELD, slot, Optional.of(field), Type.TEXT);
  }

  static SyntheticColumn other(String name) {
    return new SyntheticColumn(name, Role.OTHER, 0, Optional.empty(), Type.TEXT);
  }

  static SyntheticColumn amount(String name) {
    return new SyntheticColumn(name, Role.OTHER, 0, Optional.empty(), Type.WHOLE_NUMBER);
  }

  static SyntheticColumn truth(String name, int slot) {
    return new SyntheticColumn(name, Role.TRUTH, slot, Optional.empty(), Type.WHOLE_NUMBER);
  }

  /** What a column holds. */
  public enum Role {
    /** A field of the person in a slot. */
    PERSON_FIELD,
    /** Anything that a census only profiles. */
    OTHER,
    /** The number of the true person in a slot; no census may read it. */
    TRUTH
  }

  /** How JSON and Parquet write a column. */
  public enum Type {
    TEXT,
    WHOLE_NUMBER
  }
}
