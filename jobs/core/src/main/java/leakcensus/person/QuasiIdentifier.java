package leakcensus.person;

import java.util.Locale;

/**
 * Facts that single persons out together, though none of them does alone: L. Sweeney (2000), Simple
 * demographics often identify people uniquely, Carnegie Mellon, Data Privacy Working Paper 3.
 *
 * <p>The ordinal is a key of counts; new ones go to the end.
 */
public enum QuasiIdentifier {
  /** Date of birth and sex. */
  BIRTH_DATE_SEX(true, false),
  /** Date of birth, sex, and the region of the id or the postal code. */
  BIRTH_DATE_SEX_REGION(true, true),
  /** Year of birth, sex, and the region of the id or the postal code. */
  BIRTH_YEAR_SEX_REGION(false, true);

  /** Of the golden ratio: odd, so that no two keys become one. */
  private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

  private static final int KINDS_SHIFT = 56;
  private static final int REGION_SHIFT = 48;
  private static final int YEAR_SHIFT = 34;
  private static final int SEX_SHIFT = 32;

  private final boolean byDate;
  private final boolean byRegion;

  QuasiIdentifier(boolean byDate, boolean byRegion) {
    this.byDate = byDate;
    this.byRegion = byRegion;
  }

  /** The name in tables, such as {@code birth-date-sex}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * A number that is equal where all its facts are, spread over all bits; 0 where one is unknown.
   *
   * @param facts of {@link PersonRows}
   */
  public long of(long facts) {
    long date = byDate ? PersonRows.birthDate(facts) : 0;
    long year = PersonRows.birthYear(facts);
    long sex = PersonRows.sex(facts).ordinal();
    long region = byRegion ? Place.region(PersonRows.place(facts)) : 0;
    if (sex == 0 || year == 0 || byDate && date == 0 || byRegion && region == 0) {
      return 0;
    }
    long packed =
        (ordinal() + 1L) << KINDS_SHIFT
            | region << REGION_SHIFT
            | year << YEAR_SHIFT
            | sex << SEX_SHIFT
            | date;
    return packed * SPREAD;
  }
}
