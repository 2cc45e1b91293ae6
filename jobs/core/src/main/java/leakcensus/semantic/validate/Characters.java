package leakcensus.semantic.validate;

import java.time.YearMonth;

/** Characters of a value without its separators, and sums over its digits. */
final class Characters {

  static final String NONE = "";

  /** Longer than any form here, so that long texts cost nothing. */
  private static final int MOST_CHARACTERS = 64;

  private Characters() {}

  /** The value in upper case without these separators; empty where it is too long for any form. */
  static String compact(String value, String separators) {
    if (value.length() > MOST_CHARACTERS) {
      return NONE;
    }
    StringBuilder kept = new StringBuilder(value.length());
    for (int index = 0; index < value.length(); index++) {
      char character = value.charAt(index);
      if (separators.indexOf(character) < 0) {
        kept.append(character >= 'a' && character <= 'z' ? (char) (character - 32) : character);
      }
    }
    return kept.toString();
  }

  /** Whether the text is this many digits and nothing else. */
  static boolean areDigits(String text, int count) {
    return text.length() == count && areDigits(text, 0, count);
  }

  static boolean areDigits(String text, int from, int to) {
    for (int index = from; index < to; index++) {
      if (!isDigit(text.charAt(index))) {
        return false;
      }
    }
    return true;
  }

  static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }

  static boolean isLetter(char character) {
    return character >= 'A' && character <= 'Z';
  }

  static int digit(String digits, int index) {
    return digits.charAt(index) - '0';
  }

  /** The number that stands in these places. */
  static int number(String digits, int from, int to) {
    return Integer.parseInt(digits, from, to, 10);
  }

  /** Sum of the leading digits times their weights. */
  static int weighted(String digits, int... weights) {
    int sum = 0;
    for (int index = 0; index < weights.length; index++) {
      sum += weights[index] * digit(digits, index);
    }
    return sum;
  }

  /** Whether all characters are the same one. */
  static boolean isOneRepeated(String text) {
    return text.chars().allMatch(character -> character == text.charAt(0));
  }

  /** Whether the calendar has this day. */
  static boolean isDay(int year, int month, int day) {
    return month >= 1
        && month <= 12
        && day >= 1
        && day <= YearMonth.of(year, month).lengthOfMonth();
  }
}
