package leakcensus.estimate.gate;

import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;
import leakcensus.estimate.gate.Gate.Outcome;
import org.apache.commons.statistics.inference.ChiSquareTest;

/**
 * Whether those who were seen twice stand within and across sources as independent draws from one
 * pot would put them.
 *
 * <pre>{@code
 * n_s  records of source s, n their sum
 *
 * chance that both lie in one source = sum of n_s (n_s - 1) / (n (n - 1))        chi-square at 5 %
 * }</pre>
 *
 * <p>Units: records and persons. Errors: sources with one record a person have no pairs within, and
 * sources of different persons none across: pooled draws are then no model of them, and the pooled
 * number of persons would be wrong. Where fewer than five are expected on either side the gate
 * cannot tell.
 *
 * <p>Source: K. Pearson (1900), Philosophical Magazine 50, 157-175.
 */
public final class SpreadGate {

  private static final String NAME = "spread_over_sources";
  private static final double LEVEL = 0.05;
  private static final double FEWEST_EXPECTED = 5;

  private SpreadGate() {}

  /**
   * The gate.
   *
   * @param recordsBySource records of each source
   * @param within persons seen twice in one source
   * @param across persons seen in two sources, once in each
   */
  public static Gate check(long[] recordsBySource, long within, long across) {
    double records = Arrays.stream(recordsBySource).sum();
    double ratio =
        Arrays.stream(recordsBySource).mapToDouble(each -> (double) each * (each - 1)).sum()
            / (records * (records - 1));
    double expectedWithin = ratio * (within + across);
    double expectedAcross = within + across - expectedWithin;
    if (!(Math.min(expectedWithin, expectedAcross) >= FEWEST_EXPECTED)) {
      return new Gate(
          NAME,
          Outcome.NOT_TESTABLE,
          OptionalDouble.empty(),
          "Too few persons were seen twice to see how they spread within and across sources.");
    }
    double pValue =
        ChiSquareTest.withDefaults()
            .test(new double[] {expectedWithin, expectedAcross}, new long[] {within, across})
            .getPValue();
    boolean refused = pValue < LEVEL;
    return new Gate(
        NAME,
        refused ? Outcome.REFUSED : Outcome.NOT_REFUSED,
        OptionalDouble.of(pValue),
        String.format(
            Locale.ROOT,
            refused
                ? "Of the persons seen twice, %,d stand within one source where independent draws"
                    + " would put %,.0f: the sources are no draws from one pot."
                : "Of the persons seen twice, %,d stand within one source where independent draws"
                    + " would put %,.0f; that is no proof of such draws.",
            within,
            expectedWithin));
  }
}
