package leakcensus.inspect;

import java.util.List;
import java.util.regex.Pattern;

/** The name of a column, which may be a value where a file has no header line. */
final class ColumnName {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");
  private static final int MOST_DIGITS = 5;
  private static final List<String> WORDS_OF_HOCON =
      List.of("true", "false", "null", "include", "yes", "no", "on", "off");
  private static final int MOST_CHARACTERS = 120;

  private ColumnName() {}

  /**
   * Whether this looks like a value: an address, a date or a number of some kind, a text, or
   * nothing at all. Names of persons cannot be told from names of columns.
   */
  static boolean isValue(String name) {
    return name.isBlank()
        || name.length() > MOST_CHARACTERS
        || name.indexOf('@') >= 0
        || name.codePoints().filter(Character::isDigit).count() > MOST_DIGITS
        || name.chars().allMatch(character -> !Character.isLetter(character));
  }

  /** The name as HOCON reads it back: in quotes unless it is plain. */
  static String quoted(String name) {
    if (PLAIN.matcher(name).matches() && !WORDS_OF_HOCON.contains(name)) {
      return name;
    }
    StringBuilder quoted = new StringBuilder("\"");
    for (int index = 0; index < name.length(); index++) {
      char character = name.charAt(index);
      if (character == '"' || character == '\\') {
        quoted.append('\\').append(character);
      } else if (Character.isISOControl(character)
          || Character.isSurrogate(character)
          || Character.getType(character) == Character.FORMAT
          || character == '\u2028'
          || character == '\u2029') {
        quoted.append("\\u%04x".formatted((int) character));
      } else {
        quoted.append(character);
      }
    }
    return quoted.append('"').toString();
  }
}
