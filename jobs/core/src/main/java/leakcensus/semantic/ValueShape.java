package leakcensus.semantic;

import com.ibm.icu.lang.UCharacter;

/**
 * A value as its shape: 9 for a digit, X and x for letters, 汉 for Han characters, * for letters of
 * scripts without case, punctuation and blanks as they stand.
 *
 * <p>Runs of small letters and of Han characters count as {@code x+} and {@code 汉+}, other runs
 * above eight as {@code 9{12}}. Symbols that are no punctuation, marks and control characters are
 * dropped, and a shape ends after 40 characters. A shape without any letter or digit would be the
 * value itself and is {@link #NONE}.
 */
public final class ValueShape {

  /** The shape of values that have none to show. */
  public static final String NONE = "";

  private static final int MOST_CHARACTERS = 40;
  private static final int LONGEST_WRITTEN_RUN = 8;
  private static final char DROPPED = 0;
  private static final char HAN = '汉';

  private ValueShape() {}

  /** The shape of a value. */
  public static String of(String value) {
    StringBuilder shape = new StringBuilder();
    boolean content = false;
    char run = DROPPED;
    int length = 0;
    for (int index = 0; index < value.length() && shape.length() < MOST_CHARACTERS; ) {
      int codePoint = value.codePointAt(index);
      index += Character.charCount(codePoint);
      char kind = kind(codePoint);
      if (kind == DROPPED) {
        continue;
      }
      content |= Character.isLetterOrDigit(kind) || kind == '*' && UCharacter.isLetter(codePoint);
      if (kind != run) {
        close(shape, run, length);
        run = kind;
        length = 0;
      }
      length++;
    }
    close(shape, run, length);
    return content ? shape.toString() : NONE;
  }

  private static void close(StringBuilder shape, char kind, int length) {
    if (length > 1 && (kind == 'x' || kind == HAN || kind == '*')) {
      shape.append(kind).append('+');
    } else if (length > LONGEST_WRITTEN_RUN) {
      shape.append(kind).append('{').append(length).append('}');
    } else {
      shape.append(String.valueOf(kind).repeat(length));
    }
  }

  private static char kind(int codePoint) {
    if (UCharacter.isDigit(codePoint)) {
      return '9';
    }
    if (Character.isIdeographic(codePoint)) {
      return HAN;
    }
    if (UCharacter.isULowercase(codePoint)) {
      return 'x';
    }
    if (UCharacter.isUUppercase(codePoint)) {
      return 'X';
    }
    if (UCharacter.isLetter(codePoint)) {
      return '*';
    }
    if (UCharacter.isUWhiteSpace(codePoint)) {
      return ' ';
    }
    return isPunctuation(codePoint) ? (char) codePoint : DROPPED;
  }

  private static boolean isPunctuation(int codePoint) {
    boolean ascii = codePoint > ' ' && codePoint < 0x7F;
    return ascii
        || codePoint <= Character.MAX_VALUE
            && switch (Character.getType(codePoint)) {
              case Character.CONNECTOR_PUNCTUATION,
                  Character.DASH_PUNCTUATION,
                  Character.START_PUNCTUATION,
                  Character.END_PUNCTUATION,
                  Character.INITIAL_QUOTE_PUNCTUATION,
                  Character.FINAL_QUOTE_PUNCTUATION,
                  Character.OTHER_PUNCTUATION ->
                  true;
              default -> false;
            };
  }
}
