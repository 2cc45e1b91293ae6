package leakcensus.person;

import leakcensus.block.LongTable;

/**
 * Columns of the table of persons: one row for a person and source, rows of one person together.
 */
public final class PersonRows {

  /** Key of the person: a node, or the node that stands for its component. */
  public static final int PERSON = 0;

  /** Index of the source. */
  public static final int SOURCE = 1;

  /** Number of mentions of the person in the source. */
  public static final int MENTIONS = 2;

  /** Fields that have content in any of them, as a mask. */
  public static final int PRESENCE = 3;

  /** Fields that have valid content in any of them, as a mask. */
  public static final int VALIDITY = 4;

  /** Number of mentions that carry the person's checked national id. */
  public static final int CHECKED_MENTIONS = 5;

  /** Coarse facts, packed by {@link #facts}. */
  public static final int FACTS = 6;

  /** File of the first mention, for at most two mentions of a source; only where still needed. */
  public static final int FIRST_FILE = 7;

  /** Position of the first mention. */
  public static final int FIRST_POSITION = 8;

  /** File of the second mention. */
  public static final int SECOND_FILE = 9;

  /** Position of the second mention. */
  public static final int SECOND_POSITION = 10;

  private static final int COLUMNS = 11;
  private static final int ATTRIBUTABLE = 1;
  private static final int SEX_SHIFT = 8;
  private static final int SEX_MASK = 3;
  private static final int BIRTH_YEAR_SHIFT = 10;
  private static final int BIRTH_YEAR_MASK = 0x3FFF;
  private static final int REGION_SHIFT = 1;
  private static final int REGION_BITS = 7;
  private static final int REGION_MASK = (1 << REGION_BITS) - 1;
  private static final int BIRTH_TOKEN_SHIFT = 24;
  private static final int BIRTH_TOKEN_MASK = 0x3FFF_FFFF;
  private static final int COUNTRY_SHIFT = 54;
  private static final int DATE_BITS = 28;

  /** Stands for two dates of birth that differ. */
  private static final int TWO_DATES = 1;

  private PersonRows() {}

  /** An empty table. */
  public static LongTable table() {
    return new LongTable(COLUMNS);
  }

  /**
   * Packs coarse facts.
   *
   * @param place as {@link Place} packs it
   */
  public static long facts(boolean attributable, int place, Sex sex, int birthYear) {
    return (attributable ? ATTRIBUTABLE : 0)
        | (long) (place & REGION_MASK) << REGION_SHIFT
        | (long) (place >>> REGION_BITS) << COUNTRY_SHIFT
        | (long) sex.ordinal() << SEX_SHIFT
        | (long) birthYear << BIRTH_YEAR_SHIFT;
  }

  /**
   * The keyed token of a date of birth with lowest bits that no other date has: of 30 bits of a
   * hash two dates of one year would be equal in one of two hundred runs.
   *
   * @param token the token
   * @param number one that no other date has, 0 to 2^28 - 1
   */
  public static long dateToken(long token, int number) {
    if (number >>> DATE_BITS != 0) {
      throw new IllegalArgumentException("Invalid number of a date (must be below 2^28)");
    }
    return token & ~(long) BIRTH_TOKEN_MASK | TWO_DATES + 1 + number;
  }

  /** Facts with the lowest bits of {@link #dateToken}, 0 where there is none. */
  public static long withBirthDate(long facts, long birthDateToken) {
    long bits =
        birthDateToken == 0 ? 0 : Math.max(TWO_DATES + 1, birthDateToken & BIRTH_TOKEN_MASK);
    return facts | bits << BIRTH_TOKEN_SHIFT;
  }

  /**
   * Bits that are equal where dates of birth are, of {@link #dateToken}; 0 where the date is
   * unknown or two differ.
   */
  public static long birthDate(long facts) {
    long bits = birthBits(facts);
    return bits == TWO_DATES ? 0 : bits;
  }

  private static long birthBits(long facts) {
    return facts >>> BIRTH_TOKEN_SHIFT & BIRTH_TOKEN_MASK;
  }

  /** Whether the person is told by more than a thin mention. */
  public static boolean isAttributable(long facts) {
    return (facts & ATTRIBUTABLE) != 0;
  }

  /** Where the person belongs, as {@link Place} packs it. */
  public static int place(long facts) {
    return (int) (facts >>> COUNTRY_SHIFT) << REGION_BITS
        | (int) (facts >>> REGION_SHIFT) & REGION_MASK;
  }

  /** Sex. */
  public static Sex sex(long facts) {
    return Sex.at((int) (facts >>> SEX_SHIFT) & SEX_MASK);
  }

  /** Year of birth, 0 where unknown. */
  public static int birthYear(long facts) {
    return (int) (facts >>> BIRTH_YEAR_SHIFT) & BIRTH_YEAR_MASK;
  }

  /** Facts of two parts of one person: the known one, and where both are known the smaller. */
  public static long merged(long left, long right) {
    long one = birthBits(left);
    long other = birthBits(right);
    long birth = one == 0 || other == 0 || one == other ? one | other : TWO_DATES;
    return facts(
            isAttributable(left) || isAttributable(right),
            Place.better(place(left), place(right)),
            Sex.at((int) known(sex(left).ordinal(), sex(right).ordinal())),
            (int) known(birthYear(left), birthYear(right)))
        | birth << BIRTH_TOKEN_SHIFT;
  }

  private static long known(long left, long right) {
    if (left == 0 || right == 0) {
      return left + right;
    }
    return Math.min(left, right);
  }
}
