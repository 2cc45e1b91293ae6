package leakcensus.normalise;

/** Brings codes of plain letters and digits into one form: capitals, without separators. */
final class PlainCode {

  private static final String SEPARATORS = " -./_'";

  private PlainCode() {}

  /**
   * The code in capitals without blanks, hyphens, dots, slashes, underscores and apostrophes; the
   * folded text itself where it holds any other character or no digit.
   */
  static String compact(String folded) {
    char[] kept = new char[folded.length()];
    int length = 0;
    int digits = 0;
    for (int index = 0; index < folded.length(); index++) {
      char character = folded.charAt(index);
      if (character >= '0' && character <= '9') {
        kept[length++] = character;
        digits++;
      } else if (character >= 'a' && character <= 'z') {
        kept[length++] = (char) (character - 'a' + 'A');
      } else if (SEPARATORS.indexOf(character) < 0) {
        return folded;
      }
    }
    return digits == 0 ? folded : new String(kept, 0, length);
  }

  /** The number of digits in a code, or -1 if the text is none: digits and A to Z only. */
  static int digitsOfCode(String text) {
    int digits = 0;
    for (int index = 0; index < text.length(); index++) {
      char character = text.charAt(index);
      if (character >= '0' && character <= '9') {
        digits++;
      } else if (character < 'A' || character > 'Z') {
        return -1;
      }
    }
    return digits;
  }
}
