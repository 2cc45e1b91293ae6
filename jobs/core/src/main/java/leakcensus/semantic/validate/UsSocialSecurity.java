package leakcensus.semantic.validate;

/**
 * Social security numbers of the United States: area not 000, 666 or 9xx, group not 00, serial not
 * 0000; nine digits, plain or 3-2-4.
 *
 * <p>Errors: there is no check digit, so that most numbers of nine digits pass.
 *
 * <p>Source: Social Security Administration, 20 CFR 422.103; randomisation of June 2011 (76 FR
 * 38738).
 *
 * <p>Checked against: 20 made-up numbers of Faker 40.40.0, locale en_US.
 */
public final class UsSocialSecurity implements PersonIdRule {

  @Override
  public boolean passes(String value) {
    String digits = compact(value);
    if (!Characters.areDigits(digits, 9)) {
      return false;
    }
    int area = Characters.number(digits, 0, 3);
    return area > 0
        && area < 900
        && area != 666
        && Characters.number(digits, 3, 5) > 0
        && Characters.number(digits, 5, 9) > 0;
  }

  @Override
  public String compact(String value) {
    return Characters.compact(value.strip(), " -");
  }

  @Override
  public double chanceRatio() {
    return 898.0 / 1000 * 99 / 100 * 9999 / 10_000;
  }
}
