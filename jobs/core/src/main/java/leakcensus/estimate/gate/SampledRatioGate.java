package leakcensus.estimate.gate;

import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import leakcensus.estimate.gate.Gate.Outcome;
import org.apache.commons.statistics.inference.ChiSquareTest;

/**
 * Whether every source gave the same part of its records, as records drawn at random from all of
 * the dump would have it.
 *
 * <pre>{@code
 * n_s of R_s records of source s were sampled, n of R in all       expected: n R_s / R
 *
 * refused if chi-square is beyond 5 % and some n_s is more than 5 % off
 * }</pre>
 *
 * <p>Units: records. Errors: draws without replacement spread less than the test permits, which
 * makes it more lenient; numbers of records are often rounded, so a difference that small is let
 * pass, whatever its significance. Where fewer than five records are expected of a source it cannot
 * tell.
 *
 * <p>Source: K. Pearson (1900), Philosophical Magazine 50, 157-175.
 */
public final class SampledRatioGate {

  private static final String NAME = "even_over_sources";
  private static final double LEVEL = 0.05;
  private static final double TOLERATED_RATIO = 0.05;
  private static final double FEWEST_EXPECTED = 5;

  private SampledRatioGate() {}

  /**
   * The gate.
   *
   * @param recordsBySource records of each source in the sample
   * @param dumpRecordsBySource records of each source in the dump
   */
  public static Gate check(long[] recordsBySource, long[] dumpRecordsBySource) {
    double records = Arrays.stream(recordsBySource).sum();
    double dumpRecords = Arrays.stream(dumpRecordsBySource).asDoubleStream().sum();
    double[] expected =
        Arrays.stream(dumpRecordsBySource)
            .mapToDouble(each -> records * each / dumpRecords)
            .toArray();
    if (expected.length < 2
        || Arrays.stream(expected).anyMatch(each -> !(each >= FEWEST_EXPECTED))) {
      return new Gate(
          NAME,
          Outcome.NOT_TESTABLE,
          OptionalDouble.empty(),
          "Too few records to see whether every source gave the same part of its records.");
    }
    double pValue = ChiSquareTest.withDefaults().test(expected, recordsBySource).getPValue();
    double furthest =
        IntStream.range(0, expected.length)
            .mapToDouble(source -> Math.abs(recordsBySource[source] / expected[source] - 1))
            .max()
            .orElseThrow();
    boolean refused = pValue < LEVEL && furthest > TOLERATED_RATIO;
    return new Gate(
        NAME,
        refused ? Outcome.REFUSED : Outcome.NOT_REFUSED,
        OptionalDouble.of(pValue),
        String.format(
            Locale.ROOT,
            refused
                ? "The sources gave different parts of their records (p = %.2g), so the records were"
                    + " not drawn at random from the dump as a whole."
                : "The sources gave the same part of their records, as random records would (p ="
                    + " %.2g); that is no proof of them.",
            pValue));
  }
}
