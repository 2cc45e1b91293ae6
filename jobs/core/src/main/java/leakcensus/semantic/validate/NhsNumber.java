package leakcensus.semantic.validate;

/**
 * Numbers of the National Health Service of England, Wales and the Isle of Man: ten digits, the
 * last a check digit modulo 11.
 *
 * <p>Source: NHS Data Model and Dictionary, attribute NHS NUMBER.
 *
 * <p>Checked against: 943 476 5919 of the dictionary, and 931 331 7125 and 546 606 6893 of M.
 * Woolf, "NHS Numbers are Interesting" (2017).
 */
public final class NhsNumber implements PersonIdRule {

  @Override
  public boolean passes(String value) {
    String digits = compact(value);
    if (!Characters.areDigits(digits, 10) || Characters.isOneRepeated(digits)) {
      return false;
    }
    int check = 11 - Characters.weighted(digits, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
    return check % 11 == Characters.digit(digits, 9);
  }

  @Override
  public String compact(String value) {
    return Characters.compact(value.strip(), " -");
  }

  @Override
  public double chanceRatio() {
    return 1.0 / 11;
  }
}
