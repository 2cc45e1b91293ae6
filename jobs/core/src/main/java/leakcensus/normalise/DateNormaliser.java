package leakcensus.normalise;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Normalises dates to {@code yyyy-MM-dd}, and what is known of a date in part to {@code yyyy-MM} or
 * {@code yyyy}.
 *
 * <p>Read are {@code yyyyMMdd}; year, month, day with hyphens, slashes, dots, blanks or 年 月 日; and,
 * with the year last, hyphens, slashes or blanks in the order given, and dots with the day first.
 * Where that order makes no month, the other one is taken. Years have four digits, or two where day
 * and month stand before them: 30 to 99 are 1930 to 1999, 00 to 29 are 2000 to 2029. Months and
 * days have one or two; a month or day of 0 is unknown, and the day, or month and day, may be
 * missing. A time of day behind a T or a blank is ignored.
 *
 * <p>Valid means that the calendar has the date and the year lies in 1850 to 2100. A date in part
 * is not valid: it is no day, though its year counts where years are compared. Anything else is
 * kept as folded text, plain numbers such as days or seconds since some epoch among it: four digits
 * alone are a year, any other number might be anything.
 */
public final class DateNormaliser implements Normaliser {

  private static final int FIRST_YEAR = 1850;
  private static final int LAST_YEAR = 2100;
  private static final int MONTHS = 12;
  private static final String WHOLE_DATE = "yyyy-mm-dd";
  private static final int YEAR_DIGITS = 4;
  private static final int MONTH_END = 7;

  private final DateOrder order;

  /** A normaliser that reads dates with the year last in this order. */
  public DateNormaliser(DateOrder order) {
    this.order = order;
  }

  /** The year of a date that is valid or known in part; 0 of any other value. */
  public static int yearOf(FieldValue date) {
    return date.isValid() || isInPart(date.normal())
        ? Integer.parseInt(date.normal(), 0, YEAR_DIGITS, 10)
        : 0;
  }

  @Override
  public FieldValue normalise(RawValue raw) {
    String folded = TextFolding.TEXT.fold(raw.text());
    if (NoValue.is(folded)) {
      return FieldValue.ABSENT;
    }

    int date = DateReader.read(folded, order);
    int year = date / 10_000;
    int month = date / 100 % 100;
    int day = date % 100;
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      return new FieldValue.Invalid(folded);
    }
    if (CalendarDate.exists(year, month, day)) {
      return new FieldValue.Valid(formatted(folded, year, month, day));
    }
    return new FieldValue.Invalid(inPart(year, month, day).orElse(folded));
  }

  private static Optional<String> inPart(int year, int month, int day) {
    boolean monthKnown = month >= 1 && month <= MONTHS && day == 0;
    if (month != 0 && !monthKnown) {
      return Optional.empty();
    }
    return Optional.of(normal(year, month, day).substring(0, monthKnown ? MONTH_END : YEAR_DIGITS));
  }

  /** Whether a normal form is one of {@link #inPart}: the reader takes it for what it is. */
  private static boolean isInPart(String normal) {
    if (normal.length() != YEAR_DIGITS && normal.length() != MONTH_END) {
      return false;
    }
    int date = DateReader.read(normal, DateOrder.DAY_FIRST);
    int year = date / 10_000;
    return year >= FIRST_YEAR
        && year <= LAST_YEAR
        && inPart(year, date / 100 % 100, date % 100).filter(normal::equals).isPresent();
  }

  private static String formatted(String folded, int year, int month, int day) {
    if (folded.length() == 10 && folded.charAt(4) == '-' && folded.charAt(7) == '-') {
      return folded;
    }
    return normal(year, month, day);
  }

  /**
   * A whole date as one number, such as 19800102, in the form that {@link #normal} gives; 0 for
   * anything else.
   */
  public static int number(String normal) {
    if (normal.length() != WHOLE_DATE.length()) {
      return 0;
    }
    int number = 0;
    for (int place = 0; place < WHOLE_DATE.length(); place++) {
      char found = normal.charAt(place);
      boolean border = WHOLE_DATE.charAt(place) == '-';
      if (border ? found != '-' : found < '0' || found > '9') {
        return 0;
      }
      number = border ? number : number * 10 + found - '0';
    }
    return number;
  }

  /** The normal form of a date. */
  public static String normal(int year, int month, int day) {
    byte[] text = {
      digit(year / 1000),
      digit(year / 100),
      digit(year / 10),
      digit(year),
      '-',
      digit(month / 10),
      digit(month),
      '-',
      digit(day / 10),
      digit(day)
    };
    return new String(text, StandardCharsets.ISO_8859_1);
  }

  private static byte digit(int number) {
    return (byte) ('0' + number % 10);
  }
}
