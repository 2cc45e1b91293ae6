package leakcensus.semantic.validate;

/**
 * Tax identification numbers of Germany: eleven digits, the first not 0, among the first ten one
 * that occurs twice or (since 2016, not in a row) three times and no other more than once, and a
 * check digit.
 *
 * <p>Source: Abgabenordnung section 139b; Steueridentifikationsnummerverordnung; ISO/IEC 7064 MOD
 * 11,10. The structure: Bundeszentralamt fuer Steuern, Pruefziffernberechnung.
 *
 * <p>Checked against: 86095742719 and others of the Bundeszentralamt, and 36 574 261 809 of
 * python-stdnum (de.idnr).
 */
public final class GermanTaxId implements PersonIdRule {

  @Override
  public boolean passes(String value) {
    String digits = compact(value);
    return Characters.areDigits(digits, 11)
        && digits.charAt(0) != '0'
        && repeatsOneDigit(digits)
        && check(digits) == Characters.digit(digits, 10);
  }

  private static boolean repeatsOneDigit(String digits) {
    int[] times = new int[10];
    int repeated = 0;
    boolean inARow = false;
    for (int index = 0; index < 10; index++) {
      int digit = Characters.digit(digits, index);
      times[digit]++;
      repeated += times[digit] == 2 ? 1 : 0;
      inARow |=
          index > 1
              && digits.charAt(index - 1) == digits.charAt(index)
              && digits.charAt(index - 2) == digits.charAt(index);
    }
    for (int count : times) {
      if (count > 3) {
        return false;
      }
    }
    return repeated == 1 && !inARow;
  }

  private static int check(String digits) {
    int product = 10;
    for (int index = 0; index < 10; index++) {
      int sum = (Characters.digit(digits, index) + product) % 10;
      product = (sum == 0 ? 10 : sum) * 2 % 11;
    }
    return (11 - product) % 10;
  }

  @Override
  public String compact(String value) {
    return Characters.compact(value.strip(), " /");
  }

  @Override
  public double chanceRatio() {
    return
    // Of 10^10 strings: one digit twice, eight once; or one three times, seven once, less those
    // in a row. By symmetry nine tenths of them do not begin with 0, as those counted against.
    (10 * 9 * 1_814_400.0 + 10 * 36 * (604_800.0 - 40_320)) / 1e10 * 0.1;
  }
}
