package leakcensus.semantic.validate;

import org.apache.commons.validator.routines.checkdigit.VerhoeffCheckDigit;

/**
 * Aadhaar numbers of India: 12 digits, the first 2 to 9, with a check digit after Verhoeff.
 *
 * <p>Source: Unique Identification Authority of India, Aadhaar (Enrolment and Update) Regulations
 * 2016; J. Verhoeff (1969), Error Detecting Decimal Codes.
 *
 * <p>Checked against: the test numbers of UIDAI. Faker 40.40.0 gives a digit after Luhn, which is
 * wrong.
 */
public final class Aadhaar implements PersonIdRule {

  @Override
  public boolean passes(String value) {
    String digits = compact(value);
    return Characters.areDigits(digits, 12)
        && digits.charAt(0) >= '2'
        && VerhoeffCheckDigit.VERHOEFF_CHECK_DIGIT.isValid(digits);
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
