package leakcensus.semantic.validate;

import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;

/**
 * Personal identity numbers of Sweden: birth date, three digits, a check digit after Luhn; the day
 * of coordination numbers is higher by 60.
 *
 * <p>Source: Folkbokforingslagen (1991:481) section 18; Skatteverket, SKV 704.
 */
public final class SwedishPersonnummer implements ValueRule {

  @Override
  public boolean passes(String value) {
    String digits = Characters.compact(value.strip(), " -+");
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

  @Override
  public double chanceRatio() {
    return 0.1;
  }
}
