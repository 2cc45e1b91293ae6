package leakcensus.semantic.validate;

import java.util.Set;
import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;

/**
 * Equipment identities of mobile devices: 15 digits, the first two those of a reporting body, a
 * check digit after Luhn.
 *
 * <p>Source: 3GPP TS 23.003, section 6.2 and annex B; GSMA TS.06.
 */
public final class Imei implements ValueRule {

  private static final Set<Integer> BODIES =
      Set.of(1, 10, 30, 33, 35, 44, 45, 49, 50, 51, 52, 53, 54, 86, 91, 98, 99);

  @Override
  public boolean passes(String value) {
    String digits = Characters.compact(value.strip(), " -/");
    return Characters.areDigits(digits, 15)
        && BODIES.contains(Characters.number(digits, 0, 2))
        && LuhnCheckDigit.LUHN_CHECK_DIGIT.isValid(digits);
  }

  @Override
  public double chanceRatio() {
    return 0.1;
  }
}
