package leakcensus.semantic.validate;

/**
 * Insurance numbers of individual accounts of Russia: nine digits and a control number modulo 101.
 *
 * <p>Source: Federal Law 27-FZ of 1 April 1996; Pension Fund, Decision 192p of 31 July 2006.
 * Numbers to 001-001-998 have no control number and are refused.
 *
 * <p>Checked against: 20 made-up numbers of Faker 40.40.0, locale ru_RU.
 */
public final class RussianSnils implements PersonIdRule {

  private static final int LAST_WITHOUT_CONTROL = 1_001_998;

  @Override
  public boolean passes(String value) {
    String digits = compact(value);
    return Characters.areDigits(digits, 11)
        && Characters.number(digits, 0, 9) > LAST_WITHOUT_CONTROL
        && Characters.weighted(digits, 9, 8, 7, 6, 5, 4, 3, 2, 1) % 101 % 100
            == Characters.number(digits, 9, 11);
  }

  @Override
  public String compact(String value) {
    return Characters.compact(value.strip(), " -");
  }

  @Override
  public double chanceRatio() {
    return 0.01;
  }
}
