package leakcensus.normalise;

/** Dates of the proleptic Gregorian calendar as plain numbers, without objects. */
final class CalendarDate {

  private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  private CalendarDate() {}

  /** Whether the calendar has this day; the year may be any number. */
  static boolean exists(int year, int month, int day) {
    return month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month);
  }

  /** Year, month and day as one number, such as 20240229. */
  static int packed(int year, int month, int day) {
    return year * 10_000 + month * 100 + day;
  }

  private static int daysOf(int year, int month) {
    boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return month == 2 && leap ? 29 : DAYS[month - 1];
  }
}
