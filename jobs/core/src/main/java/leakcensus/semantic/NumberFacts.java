package leakcensus.semantic;

/** Counts over the whole numbers and the order of a column's values. */
final class NumberFacts {

  private static final int MOST_DIGITS = 18;
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2035;

  private long values;
  private long smallNumbers;
  private long years;
  private double sum;
  private long ascents;
  private long before = -1;

  void add(String text) {
    values++;
    long number = trailing(text);
    if (number > before) {
      ascents++;
    }
    before = number;
    if (text.length() <= 4 && number >= 0 && Character.isDigit(text.charAt(0))) {
      smallNumbers++;
      sum += number;
      years += number >= FIRST_YEAR && number <= LAST_YEAR ? 1 : 0;
    }
  }

  /** Part of the values whose last number is above that of the value before. */
  double ascentRatio() {
    return values == 0 ? 0 : (double) ascents / values;
  }

  /** Mean of the numbers of up to four digits; 0 without any. */
  double mean() {
    return smallNumbers == 0 ? 0 : sum / smallNumbers;
  }

  /** Part of the values that could be a year of the last hundred or so. */
  double yearRatio() {
    return values == 0 ? 0 : (double) years / values;
  }

  /** The number at the end of the text; -1 without one. */
  private static long trailing(String text) {
    int from = text.length();
    while (from > 0 && text.length() - from < MOST_DIGITS && isDigit(text.charAt(from - 1))) {
      from--;
    }
    return from == text.length() ? -1 : Long.parseLong(text, from, text.length(), 10);
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }
}
