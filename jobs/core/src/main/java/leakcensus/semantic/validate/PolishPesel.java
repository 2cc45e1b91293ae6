package leakcensus.semantic.validate;

/**
 * PESEL numbers of Poland: birth date with the century in the month, serial, check digit modulo 10.
 *
 * <p>Source: Act of 24 September 2010 on population registration, article 15.
 *
 * <p>Checked against: 20 made-up numbers of Faker 40.40.0, locale pl_PL.
 */
public final class PolishPesel implements PersonIdRule {

  private static final int[] CENTURIES = {1900, 2000, 2100, 2200, 1800};

  @Override
  public boolean passes(String value) {
    String digits = compact(value);
    if (!Characters.areDigits(digits, 11)) {
      return false;
    }
    int month = Characters.number(digits, 2, 4);
    int year = CENTURIES[month / 20] + Characters.number(digits, 0, 2);
    return Characters.isDay(year, month % 20, Characters.number(digits, 4, 6))
        && Characters.weighted(digits, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1) % 10 == 0;
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
