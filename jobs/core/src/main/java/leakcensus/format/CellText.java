package leakcensus.format;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Collects the text of a cell from its elements; how it is pronounced is no part of it. */
final class CellText {

  private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");
  private static final int HEXADECIMAL = 16;

  private final StringBuilder text = new StringBuilder();
  private final long maxCharacters;
  private boolean inside;
  private boolean pronounced;

  CellText(long maxCharacters) {
    this.maxCharacters = maxCharacters;
  }

  void clear() {
    text.setLength(0);
    inside = false;
    pronounced = false;
  }

  /** Takes an element or a text; false once there is more than the limit. */
  boolean take(XmlEvents events) {
    if (events.isText()) {
      return !inside || pronounced || events.appendTo(text, maxCharacters);
    }
    if (events.isStart("t") || events.isStart("v")) {
      inside = true;
    } else if (events.isEnd("t") || events.isEnd("v")) {
      inside = false;
    } else if (events.isStart("rPh")) {
      pronounced = true;
    } else if (events.isEnd("rPh")) {
      pronounced = false;
    }
    return true;
  }

  /** How many characters there are so far. */
  int length() {
    return text.length();
  }

  /** The text; characters that XML cannot hold are written {@code _x000D_}. */
  String take() {
    String whole = text.toString();
    return whole.contains("_x") ? ESCAPED.matcher(whole).replaceAll(CellText::unescape) : whole;
  }

  private static String unescape(MatchResult escaped) {
    char character = (char) Integer.parseInt(escaped.group(1), HEXADECIMAL);
    return character == '$' || character == '\\' ? "\\" + character : String.valueOf(character);
  }
}
