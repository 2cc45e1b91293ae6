package leakcensus.semantic.validate;

import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;

/**
 * Personal identity numbers of Sweden: birth date, three digits, a check digit after Luhn; the day
 * of coordination numbers is higher by 60.
 *
 * <p>Errors: who is born a hundred years apart and has the same last six digits shares a compact
 * form; whether a plus sign or a century tells them apart is not looked at.
 *
 * <p>Source: Folkbokforingslagen (1991:481) section 18; Skatteverket, SKV 704.
 *
 * <p>Checked against: 20 made-up numbers of Faker 40.40.0, locale sv_SE.
 */
public final class SwedishPersonnummer implements PersonIdRule {

  @Override
  public boolean passes(String value) {
    String digits = bare(value);
    if (!Characters.areDigits(digits, 10) && !Characters.areDigits(digits, 12)) {
      return false;
    }
    String lastTen = digits.substring(digits.length() - 10);
    int century = digits.length() == 12 ? Characters.number(digits, 0, 2) : 20;
    int day = Characters.number(lastTen, 4, 6);
    return century >= 18
        && century <= 20
        && Characters.isDay(
            century * 100 + Characters.number(lastTen, 0, 2),
            Characters.number(lastTen, 2, 4),
            day > 60 ? day - 60 : day)
        && LuhnCheckDigit.LUHN_CHECK_DIGIT.isValid(lastTen);
  }

  /** The last ten digits, since the century is not always written. */
  @Override
  public String compact(String value) {
    String digits = bare(value);
    return digits.substring(Math.max(0, digits.length() - 10));
  }

  @Override
  public double chanceRatio() {
    return 0.1;
  }

  private static String bare(String value) {
    return Characters.compact(value.strip(), " -+");
  }
}
