package leakcensus.format;

import com.google.re2j.Pattern;

/**
 * A name in which {@code *} stands for any characters and {@code ?} for one; capitals are alike.
 *
 * <p>The pattern comes from a configuration and the names from a file. Time: length of the pattern
 * by length of the name, whatever both are, as RE2/J never goes back.
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
    pattern = Pattern.compile(expression.toString(), Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  }

  boolean matches(String name) {
    return pattern.matcher(name).matches();
  }
}
