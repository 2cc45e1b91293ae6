package leakcensus.format;

import java.util.regex.Pattern;

/**
 * A name in which {@code *} stands for any characters and {@code ?} for one; capitals are alike.
 */
final class NamePattern {

  private final Pattern pattern;

  NamePattern(String glob) {
    StringBuilder expression = new StringBuilder();
    for (int i = 0; i < glob.length(); i++) {
      char character = glob.charAt(i);
      switch (character) {
        case '*' -> expression.append(".*");
        case '?' -> expression.append('.');
        default -> expression.append(Pattern.quote(String.valueOf(character)));
      }
    }
    pattern =
        Pattern.compile(
            expression.toString(),
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
  }

  boolean matches(String name) {
    return pattern.matcher(name).matches();
  }
}
