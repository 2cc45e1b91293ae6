package leakcensus.compare;

import java.util.List;
import java.util.Set;

/**
 * Words that stand beside names: titles, generations, particles of surnames, names of fathers. In
 * the normal form of names, so without dots and apostrophes.
 */
final class NameWords {

  /** In front of a name. */
  private static final Set<String> TITLES =
      Set.of(
          "mr",
          "mrs",
          "ms",
          "mx",
          "dr",
          "dra",
          "drs",
          "prof",
          "professor",
          "herr",
          "frau",
          "mme",
          "mlle",
          "monsieur",
          "madame",
          "sra",
          "srta",
          "shri",
          "smt",
          "dott",
          "rev",
          "dipl");

  /** In front of a name of two words; in front of one they are a name. */
  private static final Set<String> RARE_TITLES =
      Set.of("miss", "sir", "dame", "lady", "lord", "sr", "ing", "eng", "mag", "capt", "sgt");

  /** Behind a name. */
  private static final Set<String> SUFFIXES =
      Set.of("jr", "sr", "jnr", "snr", "ii", "iii", "iv", "esq", "phd", "md", "mba", "dds");

  /** Behind a name of two words. */
  private static final Set<String> RARE_SUFFIXES =
      Set.of("junior", "senior", "filho", "neto", "sobrinho");

  /** Behind a name without blanks. */
  private static final List<String> HONORIFICS = List.of("先生", "女士", "小姐", "太太", "様", "さん");

  private static final Set<String> PARTICLES =
      Set.of(
          "van", "von", "vom", "der", "den", "de", "del", "della", "di", "da", "das", "do", "dos",
          "du", "des", "la", "las", "le", "les", "los", "lo", "zu", "zum", "zur", "ter", "ten",
          "te", "op", "af", "av", "y", "e", "bin", "ibn", "ben", "bint", "al", "el", "ul", "st",
          "saint", "san", "santa", "mac", "mc", "بن", "ابن", "ال");

  /** Arabic names of two words: servant of, father of, mother of. */
  private static final Set<String> BEGINNINGS =
      Set.of(
          "abd", "abdul", "abdel", "abdal", "abdur", "abdar", "abu", "abou", "umm", "عبد", "ابو");

  private static final Set<String> ARTICLES =
      Set.of("al", "el", "ul", "ar", "ur", "er", "as", "us", "ash", "an", "ال");

  private static final List<String> PATRONYMICS =
      List.of(
          "ovich",
          "evich",
          "ovych",
          "evych",
          "ovna",
          "evna",
          "ivna",
          "yivna",
          "inichna",
          "ilyich",
          "ilich",
          "kuzmich",
          "lukich",
          "fomich",
          "nikitich",
          "ович",
          "евич",
          "йович",
          "овна",
          "евна",
          "івна",
          "ївна",
          "инична",
          "ична",
          "ильич",
          "кузьмич",
          "лукич",
          "фомич",
          "никитич");

  /** Behind the name of the father: son of, daughter of. */
  private static final Set<String> CHILD_OF =
      Set.of("oglu", "oghlu", "ogly", "uly", "kyzy", "kizi", "qizi", "gizi", "оглы", "кызы", "улы");

  private NameWords() {}

  /** Whether a word in front of a number of others is a title. */
  static boolean isTitle(String word, int others) {
    return others >= 1 && TITLES.contains(word) || others >= 2 && RARE_TITLES.contains(word);
  }

  /** Whether a word behind a number of others tells a generation or a degree. */
  static boolean isSuffix(String word, int others) {
    return others >= 1 && SUFFIXES.contains(word) || others >= 2 && RARE_SUFFIXES.contains(word);
  }

  /** The name without an honorific that is written onto it. */
  static String withoutHonorific(String name) {
    for (String honorific : HONORIFICS) {
      if (name.length() > honorific.length() && name.endsWith(honorific)) {
        return name.substring(0, name.length() - honorific.length());
      }
    }
    return name;
  }

  /** Whether a word belongs to the surname that follows, and is often left out. */
  static boolean isParticle(String word) {
    return PARTICLES.contains(word);
  }

  /** Whether a word is one name together with the next one. */
  static boolean isBeginning(String word) {
    return BEGINNINGS.contains(word);
  }

  /** Whether a word behind a beginning is an article. */
  static boolean isArticle(String word) {
    return ARTICLES.contains(word);
  }

  /** Whether a word has the form of the name of a father; some surnames have it, too. */
  static boolean isPatronymic(String word) {
    for (String ending : PATRONYMICS) {
      if (word.length() > ending.length() && word.endsWith(ending)
          || word.length() >= 5 && word.equals(ending)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a word says that the one before it is the name of the father. */
  static boolean isChildOf(String word) {
    return CHILD_OF.contains(word);
  }

  /** Whether this is one letter. */
  static boolean isInitial(String word) {
    return word.codePointCount(0, word.length()) == 1;
  }
}
