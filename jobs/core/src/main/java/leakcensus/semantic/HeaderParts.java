package leakcensus.semantic;

import com.ibm.icu.text.Normalizer2;
import java.util.ArrayList;
import java.util.List;

/**
 * The words that the name of a column is made of, folded: cut at separators, between letters and
 * digits, before the capitals of {@code camelCase}, and where Han characters meet others.
 */
final class HeaderParts {

  /** Names are told by their beginning. */
  private static final int MOST_CHARACTERS = 200;

  private HeaderParts() {}

  static List<String> of(String column) {
    String text = Normalizer2.getNFKCInstance().normalize(column);
    text = text.substring(0, Math.min(text.length(), MOST_CHARACTERS));
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    for (int index = 0; index < text.length(); index++) {
      char character = text.charAt(index);
      boolean content = Character.isLetterOrDigit(character);
      if (part.length() > 0 && (!content || isBorder(text, index))) {
        parts.add(FoldedText.of(part.toString()));
        part.setLength(0);
      }
      if (content) {
        part.append(character);
      }
    }
    if (part.length() > 0) {
      parts.add(FoldedText.of(part.toString()));
    }
    return parts;
  }

  private static boolean isBorder(String text, int index) {
    char before = text.charAt(index - 1);
    char character = text.charAt(index);
    boolean lowerFollows =
        index + 1 < text.length() && Character.isLowerCase(text.charAt(index + 1));
    return Character.isDigit(before) != Character.isDigit(character)
        || Character.isIdeographic(before) != Character.isIdeographic(character)
        || Character.isUpperCase(character)
            && (Character.isLowerCase(before) || Character.isUpperCase(before) && lowerFollows);
  }
}
