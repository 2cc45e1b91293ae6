package leakcensus.normalise;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;

/**
 * Folds text so that spellings of the same content become the same characters.
 *
 * <p>Both foldings apply Unicode NFKC with case folding (which makes full-width digits and letters
 * plain), drop control and format characters and lone surrogates, turn each run of white space into
 * one blank and trim. {@link #NAME} also drops apostrophes ("O'Neil" and "O’Neil" meet "ONeil"),
 * reads hyphens, dots, commas and middle dots as a blank ("Anne-Marie" meets "Anne Marie" and stays
 * apart from "Annemarie"; "J.R." becomes "j r"), and drops a blank between two characters of East
 * Asian scripts, since registers pad such names freely.
 *
 * <p>Folding is idempotent.
 */
enum TextFolding {
  TEXT(false),
  NAME(true);

  private static final String APOSTROPHES =
      "'`\u00B4\u02B9\u02BA\u02BB\u02BC\u02BD\u02CA\u02CB\u2018\u2019\u201A\u201B\u2032\u2035";
  private static final String SEPARATORS =
      "-_.,\u00B7\u2010\u2011\u2012\u2013\u2014\u2015\u2022\u2027\u2212\u2219\u22C5\u3001\u3002\u30FB";

  private static final char SLOW = '\uFFFF';
  private static final char DROPPED = '\uFFFE';
  private static final int CHARACTERS = 1 << 16;

  /**
   * What becomes of each UTF-16 character whose neighbours do not matter; SLOW where they might.
   */
  private final char[] folded = new char[CHARACTERS];

  private final boolean forNames;

  TextFolding(boolean forNames) {
    this.forNames = forNames;
    for (int character = 0; character < CHARACTERS; character++) {
      folded[character] = foldAlone((char) character);
    }
  }

  /** The folded text; empty where nothing is left. */
  String fold(String text) {
    int unchanged = firstChange(text);
    return unchanged == text.length() ? text : foldFrom(text, unchanged);
  }

  /** Where the first character stands that folding changes or might change; the length if none. */
  private int firstChange(String text) {
    int length = text.length();
    char before = ' ';
    for (int index = 0; index < length; index++) {
      char character = text.charAt(index);
      if (folded[character] != character || character == ' ' && !keepsBlank(text, index, before)) {
        return index;
      }
      before = character;
    }
    return length;
  }

  private boolean keepsBlank(String text, int index, char before) {
    return before != ' '
        && index + 1 < text.length()
        && !(forNames && isEastAsian(before) && isEastAsian(text.charAt(index + 1)));
  }

  private String foldFrom(String text, int unchanged) {
    char[] kept = new char[text.length()];
    text.getChars(0, unchanged, kept, 0);
    boolean blank = unchanged > 0 && kept[unchanged - 1] == ' ';
    int length = blank ? unchanged - 1 : unchanged;
    for (int index = unchanged; index < text.length(); index++) {
      char character = folded[text.charAt(index)];
      if (character == SLOW) {
        return foldSlowly(text);
      }
      if (character == DROPPED) {
        continue;
      }
      if (character == ' ') {
        blank = true;
        continue;
      }
      if (blank && length > 0 && needsBlank(kept[length - 1], character)) {
        kept[length++] = ' ';
      }
      blank = false;
      kept[length++] = character;
    }
    return new String(kept, 0, length);
  }

  private boolean needsBlank(int before, int after) {
    return !(forNames && isEastAsian(before) && isEastAsian(after));
  }

  /** Dropping characters can bring others together that compose, hence until nothing changes. */
  private String foldSlowly(String text) {
    String before = text;
    String after = pass(text);
    while (!after.equals(before) && firstChange(after) < after.length()) {
      before = after;
      after = pass(after);
    }
    return after;
  }

  private String pass(String text) {
    StringBuilder content = new StringBuilder(text.length());
    for (int index = 0; index < text.length(); ) {
      int codePoint = text.codePointAt(index);
      index += Character.charCount(codePoint);
      if (isContent(codePoint)) {
        content.appendCodePoint(codePoint);
      }
    }
    String plain = Normalizer2.getNFKCCasefoldInstance().normalize(content);

    StringBuilder kept = new StringBuilder(plain.length());
    boolean blank = false;
    for (int index = 0; index < plain.length(); ) {
      int codePoint = plain.codePointAt(index);
      index += Character.charCount(codePoint);
      if (isBlank(codePoint)) {
        blank = true;
      } else if (isContent(codePoint)) {
        if (blank
            && kept.length() > 0
            && needsBlank(kept.codePointBefore(kept.length()), codePoint)) {
          kept.append(' ');
        }
        blank = false;
        kept.appendCodePoint(codePoint);
      }
    }
    return kept.toString();
  }

  private char foldAlone(char character) {
    if (Character.isSurrogate(character)) {
      return SLOW;
    }
    if (!isContent(character)) {
      return DROPPED;
    }
    Normalizer2 normalizer = Normalizer2.getNFKCCasefoldInstance();
    String plain = normalizer.normalize(String.valueOf(character));
    if (plain.length() != 1 || !normalizer.hasBoundaryBefore(character)) {
      return SLOW;
    }

    char only = plain.charAt(0);
    if (isBlank(only)) {
      return ' ';
    }
    if (!isContent(only)) {
      return DROPPED;
    }
    boolean stable = normalizer.hasBoundaryBefore(only) && normalizer.isNormalized(plain);
    return stable && only < DROPPED ? only : SLOW;
  }

  private boolean isContent(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL -> UCharacter.isUWhiteSpace(codePoint);
      case Character.FORMAT, Character.SURROGATE -> false;
      default -> !forNames || APOSTROPHES.indexOf(codePoint) < 0;
    };
  }

  private boolean isBlank(int codePoint) {
    return UCharacter.isUWhiteSpace(codePoint) || forNames && SEPARATORS.indexOf(codePoint) >= 0;
  }

  /** Han, kana, bopomofo and Hangul, by block. */
  static boolean isEastAsian(int codePoint) {
    if (codePoint < 0x1100) {
      return false;
    }
    return codePoint >= 0x4E00 && codePoint <= 0x9FFF
        || codePoint >= 0x3005 && codePoint <= 0x3007
        || codePoint >= 0x3040 && codePoint <= 0x318F
        || codePoint >= 0x31A0 && codePoint <= 0x31BF
        || codePoint >= 0x31F0 && codePoint <= 0x31FF
        || codePoint >= 0x3400 && codePoint <= 0x4DBF
        || codePoint >= 0xAC00 && codePoint <= 0xD7FF
        || codePoint >= 0xF900 && codePoint <= 0xFAFF
        || codePoint <= 0x11FF
        || codePoint >= 0x20000 && codePoint <= 0x3FFFF;
  }
}
