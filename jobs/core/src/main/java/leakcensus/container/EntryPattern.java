package leakcensus.container;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A pattern of chained names of entries, such as {@code 2023/*.tar.gz!/users*.csv}.
 *
 * <pre>{@code
 * *     any characters of one name, none included
 * **    any characters, across names of folders; as the whole name of a folder also none at all
 * ?     one character of a name
 * !/    what is inside an archive; never matched by any of the others
 * }</pre>
 *
 * <p>All else matches itself, upper and lower case apart. Time: length of the pattern by length of
 * the name, whatever both are.
 */
public final class EntryPattern {

  private enum Kind {
    LITERAL,
    ONE,
    ANY_IN_NAME,
    ANY
  }

  private record Token(Kind kind, char literal) {}

  private static final String BORDER = "!/";

  private final List<List<Token>> levels;

  private EntryPattern(List<List<Token>> levels) {
    this.levels = levels;
  }

  /**
   * Reads a pattern; a file that is no archive has the empty name, which the empty pattern matches.
   */
  public static EntryPattern parse(String pattern) {
    return new EntryPattern(split(pattern).stream().map(EntryPattern::tokens).toList());
  }

  /** Whether a chained name matches in whole. */
  public boolean matches(String name) {
    List<String> names = split(name);
    if (names.size() != levels.size()) {
      return false;
    }
    for (int i = 0; i < names.size(); i++) {
      if (!matches(levels.get(i), names.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static List<String> split(String chained) {
    return Arrays.asList(chained.split(BORDER, -1));
  }

  private static List<Token> tokens(String pattern) {
    List<Token> tokens = new ArrayList<>();
    int next = 0;
    while (next < pattern.length()) {
      char character = pattern.charAt(next);
      if (pattern.startsWith("**", next)) {
        boolean isFolder =
            (next == 0 || pattern.charAt(next - 1) == '/') && pattern.startsWith("/", next + 2);
        tokens.add(new Token(Kind.ANY, isFolder ? '/' : '*'));
        next += isFolder ? 3 : 2;
      } else {
        tokens.add(new Token(kind(character), character));
        next++;
      }
    }
    return tokens;
  }

  private static Kind kind(char character) {
    return switch (character) {
      case '*' -> Kind.ANY_IN_NAME;
      case '?' -> Kind.ONE;
      default -> Kind.LITERAL;
    };
  }

  private static boolean matches(List<Token> tokens, String name) {
    boolean[] reached = new boolean[name.length() + 1];
    reached[0] = true;
    for (Token token : tokens) {
      reached = step(token, name, reached);
    }
    return reached[name.length()];
  }

  /** From the ends that the tokens before may have had in the name, those of one more. */
  private static boolean[] step(Token token, String name, boolean[] before) {
    boolean[] after = new boolean[before.length];
    boolean open = false;
    for (int end = 0; end <= name.length(); end++) {
      boolean wasOpen = open;
      char last = end == 0 ? '/' : name.charAt(end - 1);
      switch (token.kind()) {
        case LITERAL -> after[end] = end > 0 && before[end - 1] && last == token.literal();
        case ONE -> after[end] = end > 0 && before[end - 1] && last != '/';
        case ANY_IN_NAME -> {
          open = before[end] || wasOpen && last != '/';
          after[end] = open;
        }
        case ANY -> {
          open = before[end] || wasOpen;
          after[end] = token.literal() == '*' ? open : before[end] || wasOpen && last == '/';
        }
        default -> throw new IllegalStateException("Unknown token: " + token.kind());
      }
    }
    return after;
  }
}
