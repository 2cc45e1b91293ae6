package leakcensus.estimate.gate;

import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.DoubleSupplier;
import leakcensus.estimate.gate.Gate.Outcome;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;

/**
 * Whether the two records of those who were seen twice lie as far from each other as chance puts
 * them.
 *
 * <pre>{@code
 * g  distance of the two positions over the records of the sample, a ratio
 *
 * random order:  g ~ Beta(1, 2),  F(g) = 1 - (1 - g)^2          test: Kolmogorov-Smirnov at 5 %
 * }</pre>
 *
 * <p>Units: ratios in. Errors: sees the order inside the sample only: the head of an index,
 * shuffled, passes. With fewer than ten distances the test would hardly see a cluster and says so.
 *
 * <p>Source: A. Kolmogorov (1933), Giorn. Ist. Ital. Attuari 4, 83-91; the law of the distance of
 * two uniform points is elementary.
 */
public final class OrderGate {

  /** The name of the gate. */
  public static final String NAME = "order";

  private static final double LEVEL = 0.05;
  private static final int FEWEST_GAPS = 10;

  private OrderGate() {}

  /**
   * The gate.
   *
   * @param gapRatios distances of the two positions of those seen twice, ratios
   * @throws IllegalArgumentException if one is no ratio
   */
  public static Gate check(double[] gapRatios) {
    Arrays.stream(gapRatios)
        .filter(gap -> !(gap >= 0 && gap <= 1))
        .findFirst()
        .ifPresent(
            gap -> {
              throw new IllegalArgumentException(
                  "Invalid gap: %s (must be a ratio in [0, 1])".formatted(gap));
            });
    return gate(
        gapRatios.length,
        () ->
            KolmogorovSmirnovTest.withDefaults()
                .test(gapRatios, OrderGate::randomOrder)
                .getPValue());
  }

  /**
   * The gate, of distances that were counted in bins of equal width. The distributions are compared
   * at the ends of the bins alone, which makes the test a little more lenient.
   *
   * @param personsByBin persons by the distance of their two positions
   */
  public static Gate checkBins(long[] personsByBin) {
    long persons = Arrays.stream(personsByBin).reduce(0, Math::addExact);
    return gate(persons, () -> KolmogorovPValue.of(persons, distance(personsByBin, persons)));
  }

  /** The gate of a sample that is stated to be the whole dump: it has nothing to test. */
  public static Gate wholeDump() {
    return new Gate(
        NAME,
        Outcome.NOT_TESTABLE,
        OptionalDouble.empty(),
        "The sample is stated to be the whole dump, which may stand in any order.");
  }

  private static double distance(long[] personsByBin, double persons) {
    double largest = 0;
    double below = 0;
    for (int bin = 0; bin < personsByBin.length; bin++) {
      below += personsByBin[bin];
      double end = (bin + 1.0) / personsByBin.length;
      largest = Math.max(largest, Math.abs(below / persons - randomOrder(end)));
    }
    return largest;
  }

  private static double randomOrder(double gapRatio) {
    return 1 - (1 - gapRatio) * (1 - gapRatio);
  }

  private static Gate gate(long persons, DoubleSupplier pValue) {
    if (persons < FEWEST_GAPS) {
      return new Gate(
          NAME,
          Outcome.NOT_TESTABLE,
          OptionalDouble.empty(),
          String.format(
              Locale.ROOT,
              "Only %,d persons were seen twice at known positions; %,d are needed to see whether"
                  + " the sample is in random order.",
              persons,
              FEWEST_GAPS));
    }
    double ratio = pValue.getAsDouble();
    return ratio < LEVEL
        ? new Gate(
            NAME,
            Outcome.REFUSED,
            OptionalDouble.of(ratio),
            String.format(
                Locale.ROOT,
                "Persons seen twice do not stand where random order would put them (%,d of them,"
                    + " p = %.2g): the sample is no random draw.",
                persons,
                ratio))
        : new Gate(
            NAME,
            Outcome.NOT_REFUSED,
            OptionalDouble.of(ratio),
            String.format(
                Locale.ROOT,
                "Persons seen twice stand where random order would put them (%,d of them, p ="
                    + " %.2g); that is no proof of a random draw.",
                persons,
                ratio));
  }
}
