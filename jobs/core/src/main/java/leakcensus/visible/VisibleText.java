package leakcensus.visible;

import java.util.function.IntPredicate;

/**
 * Text of a leak or of a configuration as a terminal, a log or a page may show it: no character in
 * it acts on what shows it, ends its line, or hides.
 *
 * <p>Such a character becomes its escape, which JSON and HOCON read back as the character itself,
 * so that quoted text of these says the same as before.
 *
 * <p>Source: Unicode general categories Cc (among them ESC and the controls of a terminal), Cf
 * (bidirectional overrides, zero widths, tags), Zl, Zp, Cs without its other half.
 */
public final class VisibleText {

  private VisibleText() {}

  /** The text on one line. */
  public static String of(String text) {
    return of(text, character -> false);
  }

  /** The text with its line ends and tabs. */
  static String ofLines(String text) {
    return of(text, character -> character == '\n' || character == '\t');
  }

  private static String of(String text, IntPredicate kept) {
    if (text.codePoints().noneMatch(character -> acts(character) && !kept.test(character))) {
      return text;
    }
    StringBuilder visible = new StringBuilder();
    text.codePoints()
        .forEach(
            character -> {
              if (acts(character) && !kept.test(character)) {
                escape(visible, character);
              } else {
                visible.appendCodePoint(character);
              }
            });
    return visible.toString();
  }

  private static boolean acts(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }

  private static void escape(StringBuilder visible, int character) {
    for (char half : Character.toChars(character)) {
      visible.append("\\u%04x".formatted((int) half));
    }
  }
}
