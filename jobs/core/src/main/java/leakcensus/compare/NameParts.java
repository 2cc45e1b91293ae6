package leakcensus.compare;

import com.ibm.icu.lang.UScript;
import java.util.Set;

/**
 * A full name in two parts. Where it is wrong about their order nothing is lost, since names are
 * compared in both orders.
 *
 * @param given given name, empty if none
 * @param surname surname, empty if none
 */
record NameParts(String given, String surname) {

  /** Chinese surnames of two characters, of the Hundred Family Surnames, in simplified form. */
  private static final Set<String> COMPOUND_SURNAMES =
      Set.of(
          "万俟", "司马", "上官", "欧阳", "夏侯", "诸葛", "闻人", "东方", "赫连", "皇甫", "尉迟", "公羊", "澹台", "公冶", "宗政",
          "濮阳", "淳于", "单于", "太叔", "申屠", "公孙", "仲孙", "轩辕", "令狐", "钟离", "宇文", "长孙", "慕容", "鲜于", "闾丘",
          "司徒", "司空", "亓官", "司寇", "子车", "颛孙", "端木", "巫马", "公西", "漆雕", "乐正", "壤驷", "公良", "拓跋", "夹谷",
          "宰父", "谷梁", "段干", "百里", "东郭", "南门", "呼延", "羊舌", "微生", "梁丘", "左丘", "东门", "西门", "南宫", "第五");

  /** Splits a normalised full name: East Asian names begin with the surname, others end with it. */
  static NameParts of(String fullName) {
    int blank = fullName.indexOf(' ');
    if (blank >= 0) {
      return new NameParts(
          fullName.substring(0, blank), fullName.substring(fullName.lastIndexOf(' ') + 1));
    }
    int first = fullName.codePointAt(0);
    int script = UScript.getScript(first);
    if (script != UScript.HAN && script != UScript.HANGUL) {
      return new NameParts(fullName, "");
    }
    int length = surnameCharacters(fullName);
    return new NameParts(fullName.substring(length), fullName.substring(0, length));
  }

  private static int surnameCharacters(String fullName) {
    if (fullName.length() > 2 && COMPOUND_SURNAMES.contains(fullName.substring(0, 2))) {
      return 2;
    }
    return Character.charCount(fullName.codePointAt(0));
  }

  /** Lengths only: the parts are what the leak holds. */
  @Override
  public String toString() {
    return "NameParts[%d and %d characters]".formatted(given.length(), surname.length());
  }
}
