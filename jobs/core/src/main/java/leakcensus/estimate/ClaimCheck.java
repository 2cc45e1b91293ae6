package leakcensus.estimate;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * One row of the table {@code claim_check}: a claim held against the sample.
 *
 * @param claim name of the claim
 * @param claimedPersons claimed number of persons, in persons
 * @param statistic what was counted: {@code persons}, {@code repeated_pairs} or {@code
 *     cross_source_pairs}
 * @param observed the count, in persons or pairs
 * @param expected the count to be expected under the claim, everybody having the same number of
 *     records, expected false pairs included
 * @param pValue chance of a count at least as large under the claim, a ratio; exact Poisson, for
 *     equal numbers of records
 * @param powerRatio chance to reject at 5 % if the truth were half of the claim, a ratio
 * @param breakEvenCv2 squared coefficient of variation of the records per person from which on the
 *     claim explains the count; negative if the claim needs none
 * @param verdict what follows
 * @param explanation the verdict in words
 * @param assumptions what must hold for the row to be right
 */
public record ClaimCheck(
    String claim,
    double claimedPersons,
    String statistic,
    double observed,
    OptionalDouble expected,
    OptionalDouble pValue,
    OptionalDouble powerRatio,
    OptionalDouble breakEvenCv2,
    ClaimVerdict verdict,
    String explanation,
    String assumptions) {

  public ClaimCheck {
    Objects.requireNonNull(verdict, "verdict");
    checkCount("observed", observed);
    expected.ifPresent(value -> checkCount("expected", value));
    pValue.ifPresent(value -> checkRatio("p-value", value));
    powerRatio.ifPresent(value -> checkRatio("power", value));
    if (explanation.isEmpty()) {
      throw new IllegalArgumentException("Missing explanation of claim check: " + claim);
    }
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
