package leakcensus.semantic.validate;

import leakcensus.normalise.IdStep;
import leakcensus.normalise.ResidentId;

/**
 * Resident ids of the People's Republic of China: 18 characters with check digit, or the 15 digits
 * of before 1999, which have none.
 *
 * <p>Source: GB 11643-1999; the rules stand in {@link ResidentId}.
 */
public final class ChineseResidentId implements ValueRule {

  @Override
  public boolean passes(String value) {
    IdStep step = ResidentId.step(Characters.compact(value.strip(), " -'"));
    return step == IdStep.VALID_18 || step == IdStep.VALID_15;
  }

  @Override
  public double chanceRatio() {
    return 1.0 / 11;
  }
}
