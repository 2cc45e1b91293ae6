package leakcensus.estimate.gate;

import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;
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
    if (gapRatios.length < FEWEST_GAPS) {
      return new Gate(
          NAME,
          Outcome.NOT_TESTABLE,
          OptionalDouble.empty(),
          String.format(
              Locale.ROOT,
              "Only %,d persons were seen twice at known positions; %,d are needed to see whether"
                  + " the sample is in random order.",
              gapRatios.length,
              FEWEST_GAPS));
    }
    double ratio =
        KolmogorovSmirnovTest.withDefaults()
            .test(gapRatios, gap -> 1 - (1 - gap) * (1 - gap))
            .getPValue();
    return ratio < LEVEL
        ? new Gate(
            NAME,
            Outcome.REFUSED,
            OptionalDouble.of(ratio),
            String.format(
                Locale.ROOT,
                "Persons seen twice do not stand where random order would put them (%,d of them,"
                    + " p = %.2g): the sample is no random draw.",
                gapRatios.length,
                ratio))
        : new Gate(
            NAME,
            Outcome.NOT_REFUSED,
            OptionalDouble.of(ratio),
            String.format(
                Locale.ROOT,
                "Persons seen twice stand where random order would put them (%,d of them, p ="
                    + " %.2g); that is no proof of a random draw.",
                gapRatios.length,
                ratio));
  }
}
