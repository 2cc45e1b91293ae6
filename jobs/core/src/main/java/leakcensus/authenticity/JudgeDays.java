package leakcensus.authenticity;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import leakcensus.estimate.BinomialInterval;
import leakcensus.estimate.RatioWithInterval;
import leakcensus.population.SmallCells;

/**
 * Holds the births on the 29th to 31st against the calendar: whoever makes up dates often stops at
 * 28, since every month has these.
 *
 * <p>Expected is 11,697 / 146,097 = 8.0 %, the days of 400 years of the Gregorian calendar.
 */
final class JudgeDays {

  static final String SIGN = "id-late-days";
  static final int FIRST_LATE_DAY = 29;
  static final double EXPECTED_RATIO = 11_697.0 / 146_097;

  private static final long LEAST_INDEPENDENT = 200;
  private static final double FABRICATED_RATIO = EXPECTED_RATIO / 2;
  private static final double FEW_RATIO = 0.06;
  private static final double MANY_RATIO = 0.11;

  private final SmallCells smallCells;
  private final double confidence;

  JudgeDays(SmallCells smallCells, double confidence) {
    this.smallCells = smallCells;
    this.confidence = confidence;
  }

  SignRow judge(int source, long late, long tested, DesignEffect effect) {
    long independent = effect.independent(tested);
    if (independent < LEAST_INDEPENDENT) {
      return SignRow.notTestable(
          SIGN,
          source,
          tested,
          "%d independent mentions; %d are needed to read the sign."
              .formatted(independent, LEAST_INDEPENDENT));
    }
    RatioWithInterval interval =
        BinomialInterval.of(
            Math.min(independent, effect.independent(late)), independent, confidence);
    double ratio = (double) late / tested;
    double lower = Math.min(ratio, interval.lowerRatio());
    double upper = Math.max(ratio, interval.upperRatio());
    boolean small = smallCells.isSmall(late) || smallCells.isSmall(tested - late);
    SignRow row =
        new SignRow(
            SIGN,
            source,
            tested,
            OptionalDouble.of(ratio),
            OptionalDouble.of(EXPECTED_RATIO),
            OptionalDouble.of(lower),
            OptionalDouble.of(upper),
            OptionalDouble.empty(),
            reading(lower, upper),
            explanation(Optional.of(ratio)),
            false);
    return small ? row.withheld(explanation(Optional.empty())) : row;
  }

  private static Reading reading(double lower, double upper) {
    if (upper < FABRICATED_RATIO) {
      return Reading.FABRICATION_LIKELY;
    }
    return upper < FEW_RATIO || lower > MANY_RATIO ? Reading.UNUSUAL : Reading.USUAL;
  }

  private static String explanation(Optional<Double> ratio) {
    String share =
        ratio
            .map(value -> String.format(Locale.ROOT, "%.2f %% of", 100 * value))
            .orElse("A withheld share of");
    return share
        + " checked ids hold a birth on the 29th, 30th or 31st; the calendar makes it 8.01 %."
        + " Dates made up within 28 days have none.";
  }
}
