package leakcensus.estimate.gate;

import java.util.Locale;
import java.util.OptionalDouble;
import leakcensus.estimate.PoissonTest;
import leakcensus.estimate.gate.Gate.Outcome;

/**
 * Whether a source that is stated to hold one record a person holds more of somebody.
 *
 * <pre>{@code
 * w  pairs of records of one person within the source        false links expected: L
 *
 * refused if P(Poisson(L) >= w) < 5 %
 * }</pre>
 *
 * <p>Units: pairs. Errors: a small sample of a large source holds no pairs whatever the source is
 * like, and passes; missed links hide pairs. Passing proves nothing.
 */
public final class OneRecordGate {

  private static final double LEVEL = 0.05;

  private OneRecordGate() {}

  /**
   * The gate of one source.
   *
   * @param source name of the source
   * @param pairs pairs of records of one person, both in the source
   * @param expectedFalsePairs such pairs that are expected to be false links
   */
  public static Gate check(String source, double pairs, double expectedFalsePairs) {
    double ratio = pairs == 0 ? 1 : PoissonTest.atLeast(pairs, expectedFalsePairs);
    boolean refused = ratio < LEVEL;
    return new Gate(
        "one_record_a_person",
        refused ? Outcome.REFUSED : Outcome.NOT_REFUSED,
        OptionalDouble.of(ratio),
        String.format(
            Locale.ROOT,
            refused
                ? "Source %s was stated to hold one record a person, but %,.0f pairs of its records"
                    + " are of one person, where %,.1f are expected from false links."
                : "Source %s shows %,.0f pairs of records of one person, where false links explain"
                    + " %,.1f; that is no proof of one record a person.",
            source,
            pairs,
            expectedFalsePairs));
  }
}
