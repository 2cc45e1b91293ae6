package leakcensus.page;

/** Text inside Markdown. */
public final class MarkdownText {

  private static final String MARKUP = "\\`*_{}[]#|~$@!";

  private MarkdownText() {}

  /** A text in which no character is markup; line ends and other controls become blanks. */
  public static String escaped(String raw) {
    StringBuilder escaped = new StringBuilder();
    raw.codePoints()
        .forEach(
            character -> {
              if (Character.isISOControl(character)) {
                escaped.append(' ');
              } else if (character == '<') {
                escaped.append("&lt;");
              } else if (character == '>') {
                escaped.append("&gt;");
              } else if (character == '&') {
                escaped.append("&amp;");
              } else {
                escape(escaped, character);
              }
            });
    return escaped.toString().strip();
  }

  private static void escape(StringBuilder escaped, int character) {
    if (MARKUP.indexOf(character) >= 0) {
      escaped.append('\\');
    }
    escaped.appendCodePoint(character);
  }
}
