package leakcensus.semantic.validate;

/**
 * Resident registration numbers of South Korea: birth date, a digit of century and sex, serial,
 * check digit modulo 11.
 *
 * <p>Errors: numbers given out since October 2020 have a random end and pass by chance only.
 *
 * <p>Source: Resident Registration Act, article 7-2, and its Enforcement Rule, article 2.
 *
 * <p>Checked against: 971013-9019902 of python-stdnum (kr.rrn), which knows no other rule for
 * foreigners; that one rests on no public example.
 */
public final class KoreanRrn implements PersonIdRule {

  /** By the seventh digit. */
  private static final int[] CENTURIES = {
    1800, 1900, 1900, 2000, 2000, 1900, 1900, 2000, 2000, 1800
  };

  @Override
  public boolean passes(String value) {
    String digits = compact(value);
    if (!Characters.areDigits(digits, 13)) {
      return false;
    }
    int kind = Characters.digit(digits, 6);
    int year = CENTURIES[kind] + Characters.number(digits, 0, 2);
    int rest = Characters.weighted(digits, 2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5) % 11;
    boolean foreign = kind >= 5 && kind <= 8;
    return Characters.isDay(year, Characters.number(digits, 2, 4), Characters.number(digits, 4, 6))
        && ((foreign ? 13 : 11) - rest) % 10 == Characters.digit(digits, 12);
  }

  @Override
  public String compact(String value) {
    return Characters.compact(value.strip(), " -");
  }

  @Override
  public double chanceRatio() {
    return 0.1;
  }
}
