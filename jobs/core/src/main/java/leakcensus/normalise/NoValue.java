package leakcensus.normalise;

import java.util.Set;

/**
 * The one list of what stands for "no value" in every field.
 *
 * <p>That is text without content: nothing, or nothing but blanks and punctuation (dashes, dots,
 * question marks, asterisks); and the words below, as databases, exports and forms write them. "na"
 * is not among them, since it is a surname.
 */
final class NoValue {

  private static final Set<String> WORDS =
      Set.of(
          "null",
          "(null)",
          "<null>",
          "none",
          "nil",
          "nan",
          "undefined",
          "unknown",
          "n/a",
          "#n/a",
          "\\n",
          "无",
          "無",
          "暂无",
          "暫無",
          "未知",
          "不详",
          "不詳",
          "不明");

  private static final int LONGEST_WORD_CHARACTERS = 9;

  private static final int PUNCTUATION =
      1 << Character.CONNECTOR_PUNCTUATION
          | 1 << Character.DASH_PUNCTUATION
          | 1 << Character.START_PUNCTUATION
          | 1 << Character.END_PUNCTUATION
          | 1 << Character.INITIAL_QUOTE_PUNCTUATION
          | 1 << Character.FINAL_QUOTE_PUNCTUATION
          | 1 << Character.OTHER_PUNCTUATION
          | 1 << Character.SPACE_SEPARATOR;

  private NoValue() {}

  /** Whether this text, folded before, stands for no value. */
  static boolean is(String folded) {
    return folded.length() <= LONGEST_WORD_CHARACTERS && WORDS.contains(folded)
        || isPunctuation(folded);
  }

  private static boolean isPunctuation(String folded) {
    for (int index = 0; index < folded.length(); ) {
      int codePoint = folded.codePointAt(index);
      if ((1 << Character.getType(codePoint) & PUNCTUATION) == 0) {
        return false;
      }
      index += Character.charCount(codePoint);
    }
    return true;
  }
}
