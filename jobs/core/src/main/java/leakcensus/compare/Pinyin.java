package leakcensus.compare;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;

/** Chinese names in Latin letters whose given name is written in two words. */
final class Pinyin {

  private static final int WORDS = 3;
  private static final Pattern MARKS = Pattern.compile("\\p{M}");
  private static final Pattern SYLLABLE =
      Pattern.compile(
          "(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?"
              + "(?:a|o|e|ai|ei|ao|ou|an|en|ang|eng|ong|er|i|ia|ie|iao|iu|ian|in|iang|ing|iong"
              + "|u|ua|uo|uai|ui|uan|un|uang|ue|v|ve)");

  /** The commonest surnames, roughly in the order of their frequency. */
  private static final List<String> SURNAMES =
      List.of(
          "wang", "li", "zhang", "liu", "chen", "yang", "huang", "zhao", "wu", "zhou", "xu", "sun",
          "ma", "zhu", "hu", "guo", "he", "lin", "gao", "luo", "zheng", "liang", "xie", "song",
          "tang", "deng", "han", "feng", "cao", "peng", "zeng", "xiao", "tian", "dong", "pan",
          "yuan", "cai", "jiang", "yu", "du", "ye", "cheng", "wei", "su", "lu", "lv", "ding", "ren",
          "yao", "shen", "zhong", "cui", "tan", "fan", "jin", "shi", "liao", "jia", "xia", "fu",
          "fang", "zou", "xiong", "bai", "meng", "qin", "qiu", "hou", "gu", "yin", "xue", "yan",
          "lei", "long", "tao", "hao", "kong", "shao", "mao", "wan", "qian", "dai", "mo", "kang",
          "qi", "niu", "ge", "zhan", "xing", "qu", "ji", "lan", "zhuang", "nie", "duan");

  private Pinyin() {}

  /** Whether these are three syllables. */
  static boolean isWritten(List<String> words) {
    if (words.size() != WORDS) {
      return false;
    }
    for (String word : words) {
      if (word.length() > 6 || !SYLLABLE.matcher(plain(word)).matches()) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether of the first and the last of some words the last one is the surname. Many syllables
   * begin given names as well, so that the commoner surname decides.
   */
  static boolean endsWithSurname(List<String> words) {
    return rank(words.get(words.size() - 1)) < rank(words.get(0));
  }

  /** Whether the first or the last of some words is a common surname. */
  static boolean hasSurname(List<String> words) {
    return Math.min(rank(words.get(0)), rank(words.get(words.size() - 1))) < SURNAMES.size();
  }

  private static int rank(String word) {
    int rank = SURNAMES.indexOf(plain(word));
    return rank < 0 ? SURNAMES.size() : rank;
  }

  /** Without tones. */
  private static String plain(String word) {
    return MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll("");
  }
}
