package leakcensus.semantic.validate;

import java.util.Set;

/**
 * National insurance numbers of the United Kingdom: two letters that are in use, six digits, a
 * letter A to D.
 *
 * <p>Source: HM Revenue and Customs, National Insurance Manual NIM39110.
 */
public final class BritishNino implements PersonIdRule {

  private static final String FIRST = "ABCEGHJKLMNOPRSTWXYZ";
  private static final String SECOND = "ABCEGHJKLMNPRSTWXYZ";
  private static final Set<String> UNUSED = Set.of("BG", "GB", "KN", "NK", "NT", "TN", "ZZ");

  @Override
  public boolean passes(String value) {
    String text = compact(value);
    return text.length() == 9
        && FIRST.indexOf(text.charAt(0)) >= 0
        && SECOND.indexOf(text.charAt(1)) >= 0
        && !UNUSED.contains(text.substring(0, 2))
        && Characters.areDigits(text, 2, 8)
        && text.charAt(8) >= 'A'
        && text.charAt(8) <= 'D';
  }

  @Override
  public String compact(String value) {
    return Characters.compact(value.strip(), " -");
  }

  @Override
  public double chanceRatio() {
    return (20.0 * 19 - 7) / (26 * 26) * 4 / 26;
  }
}
