package leakcensus.semantic;

import leakcensus.normalise.RawValue;
import leakcensus.normalise.ResidentIdNormaliser;
import leakcensus.semantic.validate.ValueRule;

/**
 * Resident ids of the People's Republic of China: 18 characters with check digit, or the 15 digits
 * of before 1999, which have none.
 *
 * <p>Source: GB 11643-1999; the rules stand in {@link leakcensus.normalise.ResidentId}.
 */
public final class ChineseResidentId implements ValueRule {

  private static final ResidentIdNormaliser IDS = ResidentIdNormaliser.acceptingFifteenDigits();

  @Override
  public boolean passes(String value) {
    return IDS.normalise(new RawValue(value)).isValid();
  }

  @Override
  public double chanceRatio() {
    return 1.0 / 11;
  }
}
