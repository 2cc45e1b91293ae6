package leakcensus.normalise;

import java.nio.charset.StandardCharsets;

/**
 * Normalises dates to {@code yyyy-MM-dd}.
 *
 * <p>Read are {@code yyyyMMdd}; year, month, day with hyphens, slashes, dots or 年 月 日; and, with
 * the year last, hyphens or slashes in the order given, and dots with the day first. Where that
 * order makes no month, the other one is taken. Years have four digits, months and days one or two.
 * A time of day behind a T or a blank is ignored.
 *
 * <p>Valid means that the calendar has the date and the year lies in 1850 to 2100. Anything else is
 * kept as folded text.
 */
public final class DateNormaliser implements Normaliser {

  private static final int FIRST_YEAR = 1850;
  private static final int LAST_YEAR = 2100;

  private final DateOrder order;

  /** A normaliser that reads dates with the year last in this order. */
  public DateNormaliser(DateOrder order) {
    this.order = order;
  }

  /** The year of a date in normal form. */
  public static int yearOf(String normal) {
    if (normal.length() != 10 || normal.charAt(4) != '-') {
      throw new IllegalArgumentException(
          "Invalid date: %d characters (must be yyyy-MM-dd)".formatted(normal.length()));
    }
    return Integer.parseInt(normal, 0, 4, 10);
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
    if (year < FIRST_YEAR || year > LAST_YEAR || !CalendarDate.exists(year, month, day)) {
      return new FieldValue.Invalid(folded);
    }
    return new FieldValue.Valid(formatted(folded, year, month, day));
  }

  private static String formatted(String folded, int year, int month, int day) {
    if (folded.length() == 10 && folded.charAt(4) == '-' && folded.charAt(7) == '-') {
      return folded;
    }
    return normal(year, month, day);
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
