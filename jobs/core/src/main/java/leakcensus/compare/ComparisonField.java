package leakcensus.compare;

import java.util.Locale;

/**
 * What is compared between two mentions, in the order of the digits of an {@link AgreementPattern}.
 *
 * <p>New fields go to the end.
 */
public enum ComparisonField {
  GIVEN_NAME,
  SURNAME,
  BIRTH_DATE,
  NATIONAL_ID,
  PHONE,
  EMAIL,
  ADDRESS,
  POSTAL_CODE,
  LOCALITY,
  SEX,
  BIRTHPLACE;

  private static final ComparisonField[] FIELDS = values();

  /** Number of fields. */
  public static final int COUNT = FIELDS.length;

  /** The field with this ordinal. */
  public static ComparisonField at(int ordinal) {
    return FIELDS[ordinal];
  }

  /** The bit of this field in a mask. */
  public int bit() {
    return 1 << ordinal();
  }

  /** The name in tables, such as {@code given-name}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
