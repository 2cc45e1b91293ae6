package leakcensus.register;

import java.util.List;
import leakcensus.synthetic.NumberPermutation;
import leakcensus.synthetic.RandomStream.Purpose;

/**
 * Names put together from syllables, two or three and an ending. Two numbers never have one name:
 * syllables are a consonant and a vowel each, and no ending begins as one does.
 */
final class SyllableNames {

  private static final List<String> CONSONANTS =
      List.of("b", "d", "f", "g", "h", "j", "k", "l", "m", "n", "p", "r", "s", "t", "v", "w");
  private static final List<String> VOWELS = List.of("a", "e", "i", "o", "u");
  private static final int SYLLABLES = CONSONANTS.size() * VOWELS.size();
  private static final int STEMS = SYLLABLES * SYLLABLES * (SYLLABLES + 1);

  private final String[] names;

  /** So many names, which differ with the seed and the kind. */
  SyllableNames(long seed, int kind, int names, List<String> endings) {
    int possible = STEMS * endings.size();
    NumberPermutation permutation =
        new NumberPermutation(seed * 31 + kind, Purpose.REGISTER_POOL, possible);
    this.names = new String[names];
    for (int i = 0; i < names; i++) {
      int number = (int) permutation.place(i);
      this.names[i] = name(number / endings.size()) + endings.get(number % endings.size());
    }
  }

  String name(int number, boolean capital) {
    String name = names[number];
    return capital ? Character.toUpperCase(name.charAt(0)) + name.substring(1) : name;
  }

  private static String name(int stem) {
    int third = stem / (SYLLABLES * SYLLABLES);
    return syllable(stem % SYLLABLES)
        + syllable(stem / SYLLABLES % SYLLABLES)
        + (third == SYLLABLES ? "" : syllable(third));
  }

  private static String syllable(int number) {
    return CONSONANTS.get(number / VOWELS.size()) + VOWELS.get(number % VOWELS.size());
  }
}
