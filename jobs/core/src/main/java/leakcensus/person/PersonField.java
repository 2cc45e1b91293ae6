package leakcensus.person;

import java.util.Locale;
import java.util.Optional;

/**
 * A field of a person that a source may hold, in the words of the configuration and the tables.
 *
 * <p>The ordinal is a bit of the presence and validity masks; new fields go to the end.
 */
public enum PersonField {
  FULL_NAME,
  GIVEN_NAME,
  SURNAME,
  NATIONAL_ID,
  PHONE,
  EMAIL,
  ADDRESS,
  POSTAL_CODE,
  BIRTH_DATE,
  SEX,
  BIRTHPLACE,
  LOCALITY,
  /** No person's: the name of an organisation that stands where a person could. */
  ORGANISATION;

  private static final PersonField[] FIELDS = values();

  /** Number of fields. */
  public static final int COUNT = FIELDS.length;

  /** The bit of this field in a presence or validity mask. */
  public long bit() {
    return 1L << ordinal();
  }

  /** The name in configuration files and tables, such as {@code national-id}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The field with this ordinal. */
  public static PersonField at(int ordinal) {
    return FIELDS[ordinal];
  }

  /** The field of a configuration key, if there is one. */
  public static Optional<PersonField> ofKey(String key) {
    for (PersonField field : FIELDS) {
      if (field.key().equals(key)) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }
}
