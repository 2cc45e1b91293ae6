package leakcensus.semantic.validate;

/**
 * Citizen service numbers of the Netherlands: nine digits whose weighted sum is a multiple of 11.
 *
 * <p>Source: Wet algemene bepalingen burgerservicenummer; Logisch Ontwerp GBA, the test of eleven.
 */
public final class DutchBsn implements ValueRule {

  @Override
  public boolean passes(String value) {
    String digits = Characters.compact(value.strip(), " .-");
    return Characters.areDigits(digits, 9)
        && !Characters.isOneRepeated(digits)
        && Characters.weighted(digits, 9, 8, 7, 6, 5, 4, 3, 2, -1) % 11 == 0;
  }

  @Override
  public double chanceRatio() {
    return 1.0 / 11;
  }
}
