package leakcensus.semantic;

import java.util.List;
import java.util.Set;

/** Whether a value looks like the name of a person. */
final class NameTests {

  private static final int MOST_WORDS = 5;
  private static final int MOST_CHARACTERS = 60;
  private static final int MOST_HAN = 4;

  /** Ends of places, peoples and offices, which no name has. */
  private static final String NO_NAME_END = "市省区县州镇乡村路街道号室族教司院校部局厂店行站";

  private NameTests() {}

  static boolean isWholeLatin(SampledValue value) {
    List<String> words = value.words();
    return isSpelt(value)
        && words.size() >= 2
        && words.size() <= MOST_WORDS
        && words.stream().anyMatch(WordLists.GIVEN::contains)
        && value.text().length() <= MOST_CHARACTERS;
  }

  /** Two words or more, the last or the first of them a family name; or with initials. */
  static boolean isWholeByFamily(SampledValue value) {
    List<String> words = value.words();
    return isSpelt(value)
        && words.size() >= 2
        && words.size() <= MOST_WORDS
        && (WordLists.FAMILY.contains(words.get(words.size() - 1))
            || WordLists.FAMILY.contains(words.get(0)));
  }

  static boolean isWholeHan(SampledValue value) {
    String text = value.text();
    int length = text.length();
    return value.isHan()
        && length >= 2
        && length <= MOST_HAN
        && NO_NAME_END.indexOf(text.charAt(length - 1)) < 0
        && !isOtherHan(text)
        && (WordLists.HAN_SURNAMES.contains(text.substring(0, 1))
            || length > 2 && WordLists.HAN_SURNAMES.contains(text.substring(0, 2)));
  }

  static boolean isWholeHangul(SampledValue value) {
    String text = value.text();
    return text.length() >= 2
        && text.length() <= MOST_HAN
        && text.codePoints()
            .allMatch(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.HANGUL)
        && WordLists.of("surname-hangul").contains(text.substring(0, 1));
  }

  /** Two or three Cyrillic words with a name of the father, or a known name among them. */
  static boolean isWholeCyrillic(SampledValue value) {
    List<String> words = value.words();
    return words.size() >= 2
        && words.size() <= 3
        && isCyrillic(value)
        && words.stream()
            .anyMatch(
                word ->
                    word.endsWith("вич") || word.endsWith("вна") || WordLists.GIVEN.contains(word));
  }

  static boolean isGiven(SampledValue value) {
    List<String> words = value.words();
    return words.size() <= 2
        && isSpelt(value)
        && WordLists.GIVEN.contains(words.get(0))
        && (words.size() == 1 || WordLists.GIVEN.contains(words.get(1)));
  }

  static boolean isGivenHan(SampledValue value) {
    String text = value.text();
    return value.isHan()
        && text.length() <= 2
        && !isOtherHan(text)
        && text.chars()
            .allMatch(
                character ->
                    WordLists.HAN_GIVEN_CHARACTERS.contains(Character.toString(character)));
  }

  static boolean isFamily(SampledValue value) {
    return isSpelt(value) && value.words().size() <= 2 && WordLists.FAMILY.contains(value.folded());
  }

  static boolean isFamilyHan(SampledValue value) {
    return WordLists.HAN_SURNAMES.contains(value.text());
  }

  /** One or two Cyrillic words with an end of family names, and no name of the father. */
  static boolean isFamilyCyrillic(SampledValue value) {
    String folded = value.folded();
    return value.words().size() == 1
        && isCyrillic(value)
        && (folded.endsWith("ов")
            || folded.endsWith("ова")
            || folded.endsWith("ев")
            || folded.endsWith("ева")
            || folded.endsWith("ин")
            || folded.endsWith("ина")
            || folded.endsWith("ский")
            || folded.endsWith("ская")
            || folded.endsWith("енко"));
  }

  private static boolean isOtherHan(String text) {
    for (String list : List.of("city", "region", "ethnicity", "religion", "occupation")) {
      Set<String> words = WordLists.of(list);
      if (text.length() > 1 && words.contains(text)) {
        return true;
      }
    }
    return WordLists.COUNTRIES.contains(text);
  }

  private static boolean isCyrillic(SampledValue value) {
    return value
        .text()
        .codePoints()
        .allMatch(
            point ->
                Character.UnicodeScript.of(point) == Character.UnicodeScript.CYRILLIC
                    || point == ' '
                    || point == '-'
                    || point == '.');
  }

  private static boolean isSpelt(SampledValue value) {
    return value.text().length() <= MOST_CHARACTERS
        && value
            .text()
            .codePoints()
            .allMatch(point -> Character.isLetter(point) || " -'’.,".indexOf(point) >= 0);
  }
}
