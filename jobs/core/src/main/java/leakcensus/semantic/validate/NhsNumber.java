package leakcensus.semantic.validate;

/**
 * Numbers of the National Health Service of England, Wales and the Isle of Man: ten digits, the
 * last a check digit modulo 11.
 *
 * <p>Source: NHS Data Model and Dictionary, attribute NHS NUMBER.
 */
public final class NhsNumber implements ValueRule {

  @Override
  public boolean passes(String value) {
    String digits = Characters.compact(value.strip(), " -");
    if (!Characters.areDigits(digits, 10) || Characters.isOneRepeated(digits)) {
      return false;
    }
    int check = 11 - Characters.weighted(digits, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
    return check % 11 == Characters.digit(digits, 9);
  }

  @Override
  public double chanceRatio() {
    return 1.0 / 11;
  }
}
