package leakcensus.normalise;

import java.time.LocalDate;
import java.util.Optional;
import leakcensus.person.Sex;

/**
 * The rules of a Chinese resident id in normal form: digits, and X as the check digit ten.
 *
 * <pre>{@code
 * 18 characters   AAAAAA YYYYMMDD SSS C    area, birth date, sequence (odd is male), check digit
 * 15 digits       AAAAAA YYMMDD SSS        to the 1990s; years 19YY, no check digit
 *
 * C makes   sum over i = 1..18 of  a_i 2^(18 - i)  = 1  (mod 11)
 * }</pre>
 *
 * <p>Birth dates lie in 1880 to {@link #LAST_BIRTH_DATE} or another last date given.
 *
 * <p>Errors: one wrong digit or one swap of neighbours never passes the check digit; a random
 * string of the right shape passes it by chance once in eleven times.
 *
 * <p>Sources: GB 11643-1999; ISO 7064 MOD 11-2; area codes as in {@link AreaCodes}.
 */
public final class ResidentId {

  /** The last birth date that is accepted unless another is given. */
  public static final LocalDate LAST_BIRTH_DATE = LocalDate.of(2026, 12, 31);

  private static final int DEFAULT_LAST = packed(LAST_BIRTH_DATE);
  private static final int FIRST_YEAR = 1880;
  private static final int BODY_DIGITS = 17;
  private static final int FULL_CHARACTERS = 18;
  private static final int SHORT_DIGITS = 15;
  private static final int FIRST_OF_CENTENARIANS = 996;
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECK_DIGITS = "10X98765432";

  private ResidentId() {}

  /** How far this value in normal form comes, with birth dates to {@link #LAST_BIRTH_DATE}. */
  public static IdStep step(String normal) {
    return step(normal, DEFAULT_LAST);
  }

  /** How far this value in normal form comes, with birth dates to the one given. */
  public static IdStep step(String normal, LocalDate lastBirthDate) {
    return step(normal, packed(lastBirthDate));
  }

  static IdStep step(String normal, int lastBirthDate) {
    if (!hasShape(normal)) {
      return IdStep.NOT_AN_ID_SHAPE;
    }
    if (!AreaCodes.isKnown(number(normal, 0, 6))) {
      return IdStep.BAD_AREA;
    }
    int date = date(normal);
    if (date / 10_000 < FIRST_YEAR
        || date > lastBirthDate
        || !CalendarDate.exists(date / 10_000, date / 100 % 100, date % 100)) {
      return IdStep.BAD_DATE;
    }
    if (normal.length() == SHORT_DIGITS) {
      return IdStep.VALID_15;
    }
    return normal.charAt(BODY_DIGITS) == checkDigit(normal) ? IdStep.VALID_18 : IdStep.BAD_CHECK;
  }

  /** The first two digits of the area code, which stand for the province of issue. */
  public static int provincePrefix(String normal) {
    requireShape(normal);
    return number(normal, 0, 2);
  }

  /** The birth date as a number yyyymmdd; it need not be in the calendar. */
  public static int birthDate(String normal) {
    requireShape(normal);
    return date(normal);
  }

  /** The sex that the sequence number states: odd is male. */
  public static Sex sex(String normal) {
    requireShape(normal);
    char last = normal.charAt(normal.length() == SHORT_DIGITS ? SHORT_DIGITS - 1 : BODY_DIGITS - 1);
    return (last & 1) == 1 ? Sex.MALE : Sex.FEMALE;
  }

  /** The id of 18 characters that begins with these 17 digits. */
  public static String withCheckDigit(String first17) {
    if (first17.length() != BODY_DIGITS || !hasDigits(first17, BODY_DIGITS)) {
      throw new IllegalArgumentException(
          "Invalid body of a resident id: %d characters (must be 17 digits)"
              .formatted(first17.length()));
    }
    return first17 + checkDigit(first17);
  }

  /**
   * The 18 characters that replaced an id of 15 digits: 19 in front of the year, and a check digit.
   *
   * <p>Errors: nothing guards 15 digits but area and date, so a slip in them becomes the id of
   * somebody else, check digit and all. Who was given a new area or sequence number in 1999, since
   * two persons had the same 15 digits, has another id of 18.
   *
   * <p>Source: GB 11643-1999, foreword (years of four digits; numbers for centenarians dropped);
   * State Council, Guofa (1999) 15. That those numbers were 996 to 999 is told of GB 11643-1989 by
   * handbooks; the text itself was not at hand.
   *
   * @param normal an id of 15 digits that passes its checks
   * @return empty for the sequence numbers 996 to 999, which stood for births of 18YY
   */
  public static Optional<String> upgraded(String normal) {
    if (step(normal) != IdStep.VALID_15) {
      throw new IllegalArgumentException(
          "Invalid resident id: %d characters (must be 15 digits with a known area and date)"
              .formatted(normal.length()));
    }
    return number(normal, 12, SHORT_DIGITS) >= FIRST_OF_CENTENARIANS
        ? Optional.empty()
        : Optional.of(withCheckDigit(normal.substring(0, 6) + "19" + normal.substring(6)));
  }

  private static boolean hasShape(String normal) {
    if (normal.length() == FULL_CHARACTERS) {
      char check = normal.charAt(BODY_DIGITS);
      return (check == 'X' || isDigit(check)) && hasDigits(normal, BODY_DIGITS);
    }
    return normal.length() == SHORT_DIGITS && hasDigits(normal, SHORT_DIGITS);
  }

  static int packed(LocalDate date) {
    return CalendarDate.packed(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
  }

  private static char checkDigit(String normal) {
    int sum = 0;
    for (int index = 0; index < BODY_DIGITS; index++) {
      sum += WEIGHTS[index] * (normal.charAt(index) - '0');
    }
    return CHECK_DIGITS.charAt(sum % 11);
  }

  private static int date(String normal) {
    return normal.length() == SHORT_DIGITS
        ? 19_000_000 + number(normal, 6, 12)
        : number(normal, 6, 14);
  }

  private static void requireShape(String normal) {
    if (!hasShape(normal)) {
      throw new IllegalArgumentException(
          "Invalid resident id: %d characters (must be 15 digits, or 17 and a check digit)"
              .formatted(normal.length()));
    }
  }

  private static boolean hasDigits(String text, int digits) {
    for (int index = 0; index < digits; index++) {
      if (!isDigit(text.charAt(index))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int index = from; index < to; index++) {
      number = number * 10 + text.charAt(index) - '0';
    }
    return number;
  }
}
