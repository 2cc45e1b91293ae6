package leakcensus.semantic.validate;

/**
 * Citizen service numbers of the Netherlands: nine digits whose weighted sum is a multiple of 11.
 *
 * <p>Source: Wet algemene bepalingen burgerservicenummer; Logisch Ontwerp GBA, the test of eleven.
 *
 * <p>Checked against: 20 made-up numbers of Faker 40.40.0, locale nl_NL.
 */
public final class DutchBsn implements PersonIdRule {

  @Override
  public boolean passes(String value) {
    String digits = compact(value);
    return Characters.areDigits(digits, 9)
        && !Characters.isOneRepeated(digits)
        && Characters.weighted(digits, 9, 8, 7, 6, 5, 4, 3, 2, -1) % 11 == 0;
  }

  @Override
  public String compact(String value) {
    return Characters.compact(value.strip(), " .-");
  }

  @Override
  public double chanceRatio() {
    return 1.0 / 11;
  }
}
