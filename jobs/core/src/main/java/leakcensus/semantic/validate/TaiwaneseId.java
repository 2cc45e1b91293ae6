package leakcensus.semantic.validate;

/**
 * Identity card and resident certificate numbers of Taiwan: a letter, a digit of sex (8 and 9 for
 * foreigners since 2021), seven digits, a check digit modulo 10.
 *
 * <p>Source: Household Registration Act, rules on national identity card numbers; National
 * Immigration Agency, new UI number of 2 January 2021.
 *
 * <p>Checked against: 20 made-up numbers of Faker 40.40.0, locale zh_TW.
 */
public final class TaiwaneseId implements PersonIdRule {

  private static final String SEXES = "1289";

  /** The letters in the order of their numbers, from 10. */
  private static final String AREAS = "ABCDEFGHJKLMNPQRSTUVXYWZIO";

  @Override
  public boolean passes(String value) {
    String text = compact(value);
    if (text.length() != 10
        || !Characters.isLetter(text.charAt(0))
        || !Characters.areDigits(text, 1, 10)
        || SEXES.indexOf(text.charAt(1)) < 0) {
      return false;
    }
    int area = AREAS.indexOf(text.charAt(0)) + 10;
    int sum = area / 10 + area % 10 * 9 + Characters.digit(text, 9);
    for (int index = 1; index < 9; index++) {
      sum += (9 - index) * Characters.digit(text, index);
    }
    return sum % 10 == 0;
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
