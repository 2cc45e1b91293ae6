package leakcensus.normalise;

/** Reads year, month and day out of the layouts that {@link DateNormaliser} names. */
final class DateReader {

  /** The answer for text of no known layout; no date of the calendar. */
  static final int NONE = 0;

  private DateReader() {}

  /** The date as a number yyyymmdd, which need not be in the calendar, or {@link #NONE}. */
  static int read(String text, DateOrder order) {
    int digits = digitsFrom(text, 0);
    if (digits == 8) {
      return endsAt(text, 8) ? number(text, 0, 8) : NONE;
    }
    return digits == 4 ? readYearFirst(text) : readYearLast(text, digits, order);
  }

  private static int readYearFirst(String text) {
    char separator = charAt(text, 4);
    char second =
        switch (separator) {
          case '-', '/', '.' -> separator;
          case '年' -> '月';
          default -> 0;
        };
    int monthDigits = digitsFrom(text, 5);
    int dayFrom = 5 + monthDigits + 1;
    if (second == 0 || isNotShort(monthDigits) || charAt(text, dayFrom - 1) != second) {
      return NONE;
    }

    int dayDigits = digitsFrom(text, dayFrom);
    int end = dayFrom + dayDigits;
    boolean closed = second == '月' && (charAt(text, end) == '日' || charAt(text, end) == '号');
    if (isNotShort(dayDigits) || !endsAt(text, closed ? end + 1 : end)) {
      return NONE;
    }
    return CalendarDate.packed(
        number(text, 0, 4), number(text, 5, dayFrom - 1), number(text, dayFrom, end));
  }

  private static int readYearLast(String text, int firstDigits, DateOrder order) {
    char separator = charAt(text, firstDigits);
    int secondFrom = firstDigits + 1;
    int secondDigits = digitsFrom(text, secondFrom);
    int yearFrom = secondFrom + secondDigits + 1;
    if (isNotShort(firstDigits)
        || isNotShort(secondDigits)
        || separator != '-' && separator != '/' && separator != '.'
        || charAt(text, yearFrom - 1) != separator
        || digitsFrom(text, yearFrom) != 4
        || !endsAt(text, yearFrom + 4)) {
      return NONE;
    }

    int first = number(text, 0, firstDigits);
    int second = number(text, secondFrom, secondFrom + secondDigits);
    int year = number(text, yearFrom, yearFrom + 4);
    boolean monthFirst = order == DateOrder.MONTH_FIRST && separator != '.';
    return monthFirst ? dated(year, first, second) : dated(year, second, first);
  }

  private static int dated(int year, int month, int day) {
    return month > 12 && day <= 12
        ? CalendarDate.packed(year, day, month)
        : CalendarDate.packed(year, month, day);
  }

  /** Whether the date may end here: at the end of the text, or before a time of day. */
  private static boolean endsAt(String text, int end) {
    if (end == text.length()) {
      return true;
    }
    char border = text.charAt(end);
    if (border != 't' && border != ' ' || digitsFrom(text, end + 1) == 0) {
      return false;
    }
    for (int index = end + 1; index < text.length(); index++) {
      if (!isInTimeOfDay(text.charAt(index))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isInTimeOfDay(char character) {
    return character >= '0' && character <= '9'
        || switch (character) {
          case ':', '.', ',', ' ', '+', '-', 'z', 'u', 't', 'c', 'a', 'p', 'm' -> true;
          default -> false;
        };
  }

  private static boolean isNotShort(int digits) {
    return digits != 1 && digits != 2;
  }

  private static int digitsFrom(String text, int from) {
    int index = from;
    while (index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9') {
      index++;
    }
    return Math.max(0, index - from);
  }

  private static char charAt(String text, int index) {
    return index < text.length() ? text.charAt(index) : 0;
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int index = from; index < to; index++) {
      number = number * 10 + text.charAt(index) - '0';
    }
    return number;
  }
}
