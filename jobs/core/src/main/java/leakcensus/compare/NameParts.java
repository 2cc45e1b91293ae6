package leakcensus.compare;

import com.ibm.icu.lang.UScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A full name in its parts. Where it is wrong about their order nothing is lost, since names are
 * compared in both orders.
 *
 * @param given given name, empty if none
 * @param surname surname with its particles, empty if none
 * @param otherSurname what may be another surname, such as the first of two; empty if none
 */
record NameParts(String given, String surname, String otherSurname) {

  private static final int WORDS_WITH_PATRONYMIC = 3;

  /** Chinese surnames of two characters, of the Hundred Family Surnames, in simplified form. */
  private static final Set<String> COMPOUND_SURNAMES =
      Set.of(
          "万俟", "司马", "上官", "欧阳", "夏侯", "诸葛", "闻人", "东方", "赫连", "皇甫", "尉迟", "公羊", "澹台", "公冶", "宗政",
          "濮阳", "淳于", "单于", "太叔", "申屠", "公孙", "仲孙", "轩辕", "令狐", "钟离", "宇文", "长孙", "慕容", "鲜于", "闾丘",
          "司徒", "司空", "亓官", "司寇", "子车", "颛孙", "端木", "巫马", "公西", "漆雕", "乐正", "壤驷", "公良", "拓跋", "夹谷",
          "宰父", "谷梁", "段干", "百里", "东郭", "南门", "呼延", "羊舌", "微生", "梁丘", "左丘", "东门", "西门", "南宫", "第五");

  /** Splits a normalised full name: East Asian names begin with the surname, others end with it. */
  static NameParts of(String fullName) {
    if (fullName.indexOf(' ') >= 0) {
      return ofWords(words(fullName));
    }
    int script = UScript.getScript(fullName.codePointAt(0));
    if (script != UScript.HAN && script != UScript.HANGUL) {
      return new NameParts(fullName, "", "");
    }
    String name = NameWords.withoutHonorific(fullName);
    int length = surnameCharacters(name);
    return new NameParts(name.substring(length), name.substring(0, length), "");
  }

  /** The given name of a normalised text that should hold nothing else. */
  static String givenName(String text) {
    if (text.indexOf(' ') < 0) {
      return text;
    }
    List<String> words = words(text);
    dropTitles(words);
    joinBeginnings(words, 1);
    boolean initials = words.stream().allMatch(NameWords::isInitial);
    return initials ? words.get(0) : String.join(" ", words);
  }

  /** The surname of a normalised text that should hold nothing else. */
  static String surname(String text) {
    if (text.indexOf(' ') < 0) {
      return text;
    }
    List<String> words = words(text);
    dropTitles(words);
    dropSuffixes(words);
    return String.join(" ", words);
  }

  private static NameParts ofWords(List<String> words) {
    dropTitles(words);
    dropSuffixes(words);
    dropPatronymic(words);
    joinBeginnings(words, 2);
    moveInitials(words);
    if (Pinyin.isWritten(words) && Pinyin.hasSurname(words)) {
      int syllable = Pinyin.endsWithSurname(words) ? 0 : 1;
      words.set(syllable, words.get(syllable) + words.remove(syllable + 1));
    }
    if (words.size() == 1) {
      return new NameParts(words.get(0), "", "");
    }

    int last = words.size() - 1;
    int from = last;
    while (from > 1 && NameWords.isParticle(words.get(from - 1))) {
      from--;
    }
    return new NameParts(
        words.get(0),
        from == last ? words.get(last) : String.join(" ", words.subList(from, last + 1)),
        from > 1 ? otherSurname(words.get(from - 1)) : "");
  }

  private static String otherSurname(String middle) {
    return NameWords.isInitial(middle) || GivenNames.isKnown(middle) ? "" : middle;
  }

  private static int surnameCharacters(String fullName) {
    if (fullName.length() > 2 && COMPOUND_SURNAMES.contains(fullName.substring(0, 2))) {
      return 2;
    }
    return Character.charCount(fullName.codePointAt(0));
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>(4);
    int from = 0;
    for (int blank = text.indexOf(' '); blank >= 0; blank = text.indexOf(' ', from)) {
      words.add(text.substring(from, blank));
      from = blank + 1;
    }
    words.add(text.substring(from));
    return words;
  }

  private static void dropTitles(List<String> words) {
    while (NameWords.isTitle(words.get(0), words.size() - 1)) {
      words.remove(0);
    }
  }

  private static void dropSuffixes(List<String> words) {
    while (NameWords.isSuffix(words.get(words.size() - 1), words.size() - 1)) {
      words.remove(words.size() - 1);
    }
  }

  /** Ivan Ivanovich Petrov and Petrov Ivan Ivanovich lose one word, Abramovich Roman none. */
  private static void dropPatronymic(List<String> words) {
    int last = words.size() - 1;
    if (words.size() > WORDS_WITH_PATRONYMIC && NameWords.isChildOf(words.get(last))) {
      words.subList(last - 1, last + 1).clear();
    } else if (words.size() == WORDS_WITH_PATRONYMIC) {
      int patronymic = NameWords.isPatronymic(words.get(1)) ? 1 : last;
      if (NameWords.isPatronymic(words.get(patronymic))) {
        words.remove(patronymic);
      }
    }
  }

  /** Abd al Rahman is one name; so many words must be left over. */
  private static void joinBeginnings(List<String> words, int least) {
    for (int at = 0; at + 1 < words.size(); at++) {
      if (!NameWords.isBeginning(words.get(at))) {
        continue;
      }
      int articles = at + 2 < words.size() && NameWords.isArticle(words.get(at + 1)) ? 1 : 0;
      List<String> name = words.subList(at, at + 2 + articles);
      if (words.size() - name.size() + 1 >= least) {
        String joined = String.join("", name);
        name.clear();
        words.add(at, joined);
      }
    }
  }

  /** Smith J R is J Smith, and John Smith R is John Smith. */
  private static void moveInitials(List<String> words) {
    if (NameWords.isInitial(words.get(0))) {
      return;
    }
    String initial = "";
    while (NameWords.isInitial(words.get(words.size() - 1))) {
      initial = words.remove(words.size() - 1);
    }
    if (words.size() == 1 && !initial.isEmpty()) {
      words.add(0, initial);
    }
  }

  /** Lengths only: the parts are what the leak holds. */
  @Override
  public String toString() {
    return "NameParts[%d and %d characters]".formatted(given.length(), surname.length());
  }
}
