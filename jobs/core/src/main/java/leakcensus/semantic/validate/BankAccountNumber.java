package leakcensus.semantic.validate;

import org.apache.commons.validator.routines.IBANValidator;

/**
 * International bank account numbers (IBAN) by the layouts of the countries, with check digits
 * modulo 97.
 *
 * <p>Source: ISO 13616-1 and SWIFT's registry, as commons-validator has them; ISO/IEC 7064 MOD
 * 97-10.
 */
public final class BankAccountNumber implements ValueRule {

  @Override
  public boolean passes(String value) {
    String text = Characters.compact(value.strip(), " -");
    return text.length() >= 15 && IBANValidator.DEFAULT_IBAN_VALIDATOR.isValid(text);
  }

  @Override
  public double chanceRatio() {
    return 1.0 / 97;
  }
}
