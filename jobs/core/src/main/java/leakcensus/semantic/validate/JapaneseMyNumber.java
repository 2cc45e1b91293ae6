package leakcensus.semantic.validate;

/**
 * Individual numbers ("My Number") of Japan: twelve digits, the last a check digit modulo 11.
 *
 * <p>Source: Ordinance of the Ministry of Internal Affairs and Communications 85 of 2014, article
 * 5.
 *
 * <p>Checked against: the formula as the ordinance prints it, and 1234 5678 9018, the usual
 * example.
 */
public final class JapaneseMyNumber implements PersonIdRule {

  @Override
  public boolean passes(String value) {
    String digits = compact(value);
    if (!Characters.areDigits(digits, 12) || Characters.isOneRepeated(digits)) {
      return false;
    }
    int rest = Characters.weighted(digits, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11;
    return (rest < 2 ? 0 : 11 - rest) == Characters.digit(digits, 11);
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
