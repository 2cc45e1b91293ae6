package leakcensus.semantic.validate;

import org.apache.commons.validator.routines.CreditCardValidator;
import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;

/**
 * Numbers of payment cards: an issuer range of a card scheme with a length of that scheme, and a
 * check digit after Luhn.
 *
 * <p>Source: ISO/IEC 7812-1; ranges of Visa, Mastercard, American Express, Discover and Diners as
 * commons-validator has them; UnionPay (62, 81), JCB (3528 to 3589), Mir (2200 to 2204) and RuPay
 * (60, 65, 508) from the schemes' own publications.
 */
public final class PaymentCard implements ValueRule {

  private static final CreditCardValidator SCHEMES =
      new CreditCardValidator(
          CreditCardValidator.AMEX
              + CreditCardValidator.VISA
              + CreditCardValidator.MASTERCARD
              + CreditCardValidator.DISCOVER
              + CreditCardValidator.DINERS);

  @Override
  public boolean passes(String value) {
    String digits = Characters.compact(value.strip(), " -");
    int length = digits.length();
    if (length < 13 || length > 19 || !Characters.areDigits(digits, length)) {
      return false;
    }
    return SCHEMES.isValid(digits)
        || isOtherScheme(digits, Characters.number(digits, 0, 4))
            && LuhnCheckDigit.LUHN_CHECK_DIGIT.isValid(digits);
  }

  private static boolean isOtherScheme(String digits, int prefix) {
    int length = digits.length();
    boolean unionPay = prefix / 100 == 62 || prefix / 100 == 81;
    boolean jcb = prefix >= 3528 && prefix <= 3589;
    boolean mir = prefix >= 2200 && prefix <= 2204;
    boolean rupay = prefix / 100 == 60 || prefix / 100 == 65 || prefix / 10 == 508;
    return unionPay && length >= 16
        || jcb && length >= 16
        || mir && length >= 16
        || rupay && length == 16;
  }

  @Override
  public double chanceRatio() {
    return 0.1;
  }
}
