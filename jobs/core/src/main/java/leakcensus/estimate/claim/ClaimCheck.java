package leakcensus.estimate.claim;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * One row of the table {@code claim_check}: a claim held against the sample.
 *
 * @param claim name of the claim
 * @param kind what it is about
 * @param claimed claimed number, in the unit
 * @param unit unit of the claimed number and of what the sample permits: {@code persons}, {@code
 *     records}, {@code bytes}, or a currency and what it is paid for
 * @param statistic what was counted or computed, such as {@code repeated_pairs}
 * @param observed the count; absent where nothing could be counted
 * @param expected the count to be expected under the claim, everybody having the same number of
 *     records, expected false pairs included
 * @param pValue chance of a count at least as large under the claim, a ratio; exact Poisson, for
 *     equal numbers of records
 * @param morePValue chance of a count at most as large, a ratio
 * @param powerRatio chance to find too many pairs for equal numbers of records, at 5 %, if the
 *     truth were half of the claim; a ratio
 * @param contradictPowerRatio chance to contradict the claim at 5 %, whatever unevenness it is
 *     granted, if the truth were half of it; a ratio; absent where nothing could
 * @param breakEvenCv2 squared coefficient of variation of the records per person from which on the
 *     claim explains the count; negative if the claim needs none
 * @param smallestFewerRatio truth / claim nearest to 1, from below, that this sample would have
 *     shown with a chance of 80 %
 * @param smallestMoreRatio the same from above
 * @param lower least that the sample permits, in the unit; one-sided, 95 %
 * @param upper most that the sample permits, in the unit; one-sided, 95 %
 * @param deviation to which side the sample points
 * @param verdict what follows
 * @param explanation the verdict in words
 * @param assumptions what must hold for the row to be right
 */
public record ClaimCheck(
    String claim,
    ClaimKind kind,
    double claimed,
    String unit,
    String statistic,
    OptionalDouble observed,
    OptionalDouble expected,
    OptionalDouble pValue,
    OptionalDouble morePValue,
    OptionalDouble powerRatio,
    OptionalDouble contradictPowerRatio,
    OptionalDouble breakEvenCv2,
    OptionalDouble smallestFewerRatio,
    OptionalDouble smallestMoreRatio,
    OptionalDouble lower,
    OptionalDouble upper,
    ClaimDeviation deviation,
    ClaimVerdict verdict,
    String explanation,
    String assumptions) {

  public ClaimCheck {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(deviation, "deviation");
    Objects.requireNonNull(verdict, "verdict");
    observed.ifPresent(value -> checkCount("observed", value));
    expected.ifPresent(value -> checkCount("expected", value));
    pValue.ifPresent(value -> checkRatio("p-value", value));
    morePValue.ifPresent(value -> checkRatio("p-value", value));
    powerRatio.ifPresent(value -> checkRatio("power", value));
    contradictPowerRatio.ifPresent(value -> checkRatio("power", value));
    if (explanation.isEmpty()) {
      throw new IllegalArgumentException("Missing explanation of claim check: " + claim);
    }
  }

  /** Starts the row of a claim of persons. */
  static ClaimCheckRow persons(Claim claim) {
    return new ClaimCheckRow(claim.name(), ClaimKind.PERSONS, claim.persons(), "persons");
  }

  /** This row as that of a claim that was read as a number of persons, with how it was read. */
  public ClaimCheck readAs(ClaimKind kindRead, String how) {
    return new ClaimCheck(
        claim,
        kindRead,
        claimed,
        unit,
        statistic,
        observed,
        expected,
        pValue,
        morePValue,
        powerRatio,
        contradictPowerRatio,
        breakEvenCv2,
        smallestFewerRatio,
        smallestMoreRatio,
        lower,
        upper,
        deviation,
        verdict,
        how + " " + explanation,
        assumptions);
  }

  private static void checkCount(String what, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "Invalid %s count of a claim check: %s (must be finite and >= 0)".formatted(what, value));
    }
  }

  private static void checkRatio(String what, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(
          "Invalid %s of a claim check: %s (must be a ratio in [0, 1])".formatted(what, value));
    }
  }
}
