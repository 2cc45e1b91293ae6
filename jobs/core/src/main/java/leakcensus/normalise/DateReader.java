package leakcensus.normalise;

/** Reads year, month and day out of the layouts that {@link DateNormaliser} names. */
final class DateReader {

  /** The answer for text of no known layout; no date of the calendar. */
  static final int NONE = 0;

  /** Of two digits 00 to 29 are 2000 to 2029, as spreadsheets read them. */
  private static final int FIRST_SHORT_YEAR = 1930;

  private static final int CENTURY = 100;

  private DateReader() {}

  /**
   * The date as a number yyyymmdd, which need not be in the calendar, or {@link #NONE}. Months and
   * days that the text does not tell are 0.
   */
  static int read(String text, DateOrder order) {
    int digits = digitsFrom(text, 0);
    if (digits == 8) {
      return endsAt(text, 8) ? number(text, 0, 8) : NONE;
    }
    return digits == 4 ? readYearFirst(text) : readYearLast(text, digits, order);
  }

  private static int readYearFirst(String text) {
    int year = number(text, 0, 4);
    char separator = charAt(text, 4);
    char second = separator == '年' ? '月' : separator;
    if (text.length() == 4 || separator == '年' && text.length() == 5) {
      return CalendarDate.packed(year, 0, 0);
    }

    int monthDigits = digitsFrom(text, 5);
    int monthTo = 5 + monthDigits;
    if (separator != '年' && !isSeparator(separator) || isNotShort(monthDigits)) {
      return NONE;
    }
    int month = number(text, 5, monthTo);
    if (monthTo == text.length() || second == '月' && isLast(text, monthTo, second)) {
      return CalendarDate.packed(year, month, 0);
    }

    int dayDigits = digitsFrom(text, monthTo + 1);
    int end = monthTo + 1 + dayDigits;
    boolean closed = second == '月' && (charAt(text, end) == '日' || charAt(text, end) == '号');
    if (charAt(text, monthTo) != second
        || isNotShort(dayDigits)
        || !endsAt(text, closed ? end + 1 : end)) {
      return NONE;
    }
    return CalendarDate.packed(year, month, number(text, monthTo + 1, end));
  }

  private static int readYearLast(String text, int firstDigits, DateOrder order) {
    char separator = charAt(text, firstDigits);
    int secondFrom = firstDigits + 1;
    int secondDigits = digitsFrom(text, secondFrom);
    if (isNotShort(firstDigits) || !isSeparator(separator)) {
      return NONE;
    }
    int first = number(text, 0, firstDigits);
    if (secondDigits == 4 && secondFrom + 4 == text.length()) {
      return CalendarDate.packed(number(text, secondFrom, secondFrom + 4), first, 0);
    }

    int yearFrom = secondFrom + secondDigits + 1;
    int yearDigits = digitsFrom(text, yearFrom);
    if (isNotShort(secondDigits)
        || charAt(text, yearFrom - 1) != separator
        || yearDigits != 4 && yearDigits != 2
        || !endsAt(text, yearFrom + yearDigits)) {
      return NONE;
    }
    int second = number(text, secondFrom, secondFrom + secondDigits);
    int year = year(number(text, yearFrom, yearFrom + yearDigits), yearDigits);
    boolean monthFirst = order == DateOrder.MONTH_FIRST && separator != '.';
    return monthFirst ? dated(year, first, second) : dated(year, second, first);
  }

  private static int year(int number, int digits) {
    return digits == 4
        ? number
        : FIRST_SHORT_YEAR + Math.floorMod(number - FIRST_SHORT_YEAR, CENTURY);
  }

  private static boolean isSeparator(char character) {
    return character == '-' || character == '/' || character == '.' || character == ' ';
  }

  private static boolean isLast(String text, int index, char character) {
    return index == text.length() - 1 && text.charAt(index) == character;
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
