package leakcensus.semantic.validate;

/**
 * Taxpayer numbers of natural persons of Russia: twelve digits, the last two check digits modulo
 * 11.
 *
 * <p>Source: Order of the Federal Tax Service ED-7-14/559 of 26 June 2023 (before: MMV-7-6/435).
 *
 * <p>Checked against: 20 made-up numbers of Faker 40.40.0, locale ru_RU.
 */
public final class RussianInn implements PersonIdRule {

  @Override
  public boolean passes(String value) {
    String digits = compact(value);
    return Characters.areDigits(digits, 12)
        && !Characters.isOneRepeated(digits)
        && Characters.weighted(digits, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8) % 11 % 10
            == Characters.digit(digits, 10)
        && Characters.weighted(digits, 3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8) % 11 % 10
            == Characters.digit(digits, 11);
  }

  @Override
  public String compact(String value) {
    return Characters.compact(value.strip(), " ");
  }

  @Override
  public double chanceRatio() {
    return 0.01;
  }
}
