package leakcensus.estimate.claim;

import java.util.OptionalDouble;
import leakcensus.estimate.PoissonTest;

/**
 * What the test of a claim by its repeats would find if the truth were another number of persons,
 * everybody having the same number of records.
 *
 * <pre>{@code
 * X claimed persons   r truth / claim   d dispersion   CV2 the unevenness that the claim is granted
 *
 * c        = smallest count with P(N >= c | expected(X, CV2)) <= 0.05
 * power(r) = P(N >= c | expected(r X, 0))
 * smallest fewer = r at which power(r) is the wanted power
 * smallest more  = the same for the largest count with P(N <= c | expected(X, 0)) <= 0.05, no pair
 *                  being false
 * }</pre>
 *
 * <p>Units: ratios. Errors: those of the exact Poisson test, whose size is below 5 % where few
 * pairs are expected; records spread unevenly over the persons of the truth make more pairs, so
 * that the chance to see a truth below the claim is larger than said.
 *
 * <p>Source: the duality of the Poisson and the Gamma law.
 *
 * @param law what persons make of pairs
 * @param claimedPersons persons claimed
 * @param cv2 unevenness that the claim is granted
 */
public record RepeatPower(RepeatLaw law, double claimedPersons, double cv2) {

  /** Chance to reject the claim if the truth is this ratio of it, below 1. */
  public double ratio(double truthRatio) {
    double truth = law.expectedPairs(claimedPersons * truthRatio, 0);
    return PoissonTest.atLeast(criticalCount(), truth / law.dispersionRatio());
  }

  /** The truth / claim nearest to 1, from below, that is seen with this chance; empty if none. */
  public OptionalDouble smallestFewerRatio(double chance) {
    double pairs = PoissonTest.meanOfAtLeast(criticalCount(), chance) * law.dispersionRatio();
    double ratio = law.persons(pairs, 0) / claimedPersons;
    return ratio < 1 ? OptionalDouble.of(ratio) : OptionalDouble.empty();
  }

  /**
   * The truth / claim nearest to 1, from above, that is seen with this chance though so many pairs
   * may have been missed; empty if none is.
   */
  public OptionalDouble smallestMoreRatio(double chance, double missedPairs) {
    RepeatLaw genuine = law.withoutFalsePairs();
    double dispersion = law.dispersionRatio();
    OptionalDouble tooSmall =
        PoissonTest.largestTooSmall(
            genuine.expectedPairs(claimedPersons, 0) / dispersion, RepeatLaw.LEVEL);
    if (tooSmall.isEmpty() || tooSmall.getAsDouble() < missedPairs / dispersion) {
      return OptionalDouble.empty();
    }
    double found = tooSmall.getAsDouble() - missedPairs / dispersion;
    double pairs = PoissonTest.meanOfAtMost(found, chance) * dispersion;
    double ratio = genuine.persons(pairs, 0) / claimedPersons;
    return ratio > 1 && ratio < Double.POSITIVE_INFINITY
        ? OptionalDouble.of(ratio)
        : OptionalDouble.empty();
  }

  private double criticalCount() {
    return PoissonTest.criticalCount(
        law.expectedPairs(claimedPersons, cv2) / law.dispersionRatio(), RepeatLaw.LEVEL);
  }
}
