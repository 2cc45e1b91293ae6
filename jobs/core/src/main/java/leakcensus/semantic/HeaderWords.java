package leakcensus.semantic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the words of {@code header-words.csv} in the name of a column: after folding as a whole, or
 * as a part of it.
 *
 * <pre>{@code
 * whole   7 nats
 * part    2 + 3 c nats, c = letters of the word / letters of the name
 *         half a nat more where it ends the name, since the last word of "customer name" tells
 *         what it is; 1.5 less where another word follows ("phone type")
 * }</pre>
 *
 * <p>A part inside a longer one that is found too says nothing ("name" in "user name"). The weights
 * are set by judgement, so that a name overrules a doubtful look of the values, and a check digit
 * overrules the name.
 */
final class HeaderWords {

  private static final double WHOLE_NATS = 7;
  private static final double PART_NATS = 2;
  private static final double COVER_NATS = 3;
  private static final double LAST_NATS = 0.5;
  private static final double FOLLOWED_NATS = -1.5;

  /** Shorter words are found in a name without separators by chance. */
  private static final int LEAST_JOINED_LETTERS = 5;

  private static final String ANY_ID = "id-number";

  /** Say nothing of their own behind another word. */
  private static final Set<String> NEUTRAL =
      Set.of(
          "no", "nr", "num", "number", "code", "value", "full", "line", "text", "str", "txt", "new",
          "old");

  private record Word(
      List<SemanticType> types, String written, List<String> parts, String joined) {}

  private static final List<Word> WORDS = words();

  private HeaderWords() {}

  /** The evidence of a column's name by type; empty where it says nothing. */
  static Map<SemanticType, HeaderMatch> of(String column) {
    Map<SemanticType, HeaderMatch> found = new EnumMap<>(SemanticType.class);
    List<String> parts = HeaderParts.of(column);
    String joined = String.join("", parts);
    if (joined.isEmpty()) {
      return found;
    }

    for (Word word : WORDS) {
      if (word.joined().equals(joined)) {
        add(found, word, WHOLE_NATS);
      }
    }
    if (found.isEmpty()) {
      List<Word> inside = WORDS.stream().filter(word -> isInside(word, parts, joined)).toList();
      for (Word word : inside) {
        if (inside.stream().noneMatch(longer -> covers(longer, word))) {
          add(found, word, partNats(word, parts, joined));
        }
      }
    }
    return found;
  }

  private static void add(Map<SemanticType, HeaderMatch> found, Word word, double nats) {
    for (SemanticType type : word.types()) {
      HeaderMatch before = found.get(type);
      if (before == null || before.nats() < nats) {
        found.put(type, new HeaderMatch(word.written(), nats));
      }
    }
  }

  private static boolean isInside(Word word, List<String> parts, String joined) {
    if (isHan(word.joined())) {
      return word.joined().length() > 1 && joined.contains(word.joined());
    }
    return Collections.indexOfSubList(parts, word.parts()) >= 0
        || word.joined().length() >= LEAST_JOINED_LETTERS
            && (joined.startsWith(word.joined()) || joined.endsWith(word.joined()));
  }

  private static boolean covers(Word longer, Word word) {
    return longer.joined().length() > word.joined().length()
        && longer.joined().contains(word.joined())
        && (isHan(word.joined()) || Collections.indexOfSubList(longer.parts(), word.parts()) >= 0);
  }

  private static double partNats(Word word, List<String> parts, String joined) {
    double cover = (double) word.joined().length() / joined.length();
    List<String> rest = new ArrayList<>(parts);
    while (rest.size() > word.parts().size() && isNeutral(rest.get(rest.size() - 1))) {
      rest.remove(rest.size() - 1);
    }
    boolean last = String.join("", rest).endsWith(word.joined()) || joined.endsWith(word.joined());
    return PART_NATS + COVER_NATS * cover + (last ? LAST_NATS : FOLLOWED_NATS);
  }

  private static boolean isNeutral(String part) {
    return NEUTRAL.contains(part) || Character.isDigit(part.charAt(0));
  }

  private static boolean isHan(String word) {
    return Character.UnicodeScript.of(word.codePointAt(0)) == Character.UnicodeScript.HAN;
  }

  private static List<Word> words() {
    List<Word> words = new ArrayList<>();
    for (String line : WordLists.lines("header-words.csv").stream().skip(1).toList()) {
      String[] cells = line.split(",");
      List<String> parts = HeaderParts.of(cells[2]);
      words.add(new Word(types(cells[0]), cells[2], parts, String.join("", parts)));
    }
    return List.copyOf(words);
  }

  private static List<SemanticType> types(String key) {
    if (key.equals(ANY_ID)) {
      return Arrays.stream(SemanticType.values()).filter(SemanticType::isNationalId).toList();
    }
    return List.of(
        SemanticType.ofKey(key)
            .orElseThrow(
                () -> new IllegalStateException("Unknown type in header-words.csv: " + key)));
  }
}
