package leakcensus.authenticity;

import java.util.Optional;
import java.util.OptionalDouble;
import leakcensus.estimate.BinomialInterval;
import leakcensus.estimate.RatioWithInterval;
import leakcensus.population.SmallCells;

/**
 * Reads a share that genuine data keep small.
 *
 * <p>The interval is that of Clopper and Pearson for the number of independent mentions that the
 * mentions are worth ({@link DesignEffect}). Fewer than {@link #LEAST_INDEPENDENT} of them are not
 * testable. A share of fewer than k, or of all but fewer than k, is withheld.
 */
final class JudgeShare {

  /** Independent mentions below which nothing is read: 30 of 100 are 21 to 40 %. */
  static final long LEAST_INDEPENDENT = 100;

  private static final String TOO_FEW =
      "%d independent mentions, persons or records; %d are needed to read the sign.";

  private final SmallCells smallCells;
  private final double confidence;

  JudgeShare(SmallCells smallCells, double confidence) {
    this.smallCells = smallCells;
    this.confidence = confidence;
  }

  /**
   * The row of a share.
   *
   * @param sign what is judged
   * @param source index of the source, or all
   * @param with how many show the sign
   * @param tested of how many
   * @param effect what repeats do to them
   * @param scale what the share is multiplied by, 1 to 1.1
   */
  SignRow judge(
      ShareSign sign, int source, long with, long tested, DesignEffect effect, double scale) {
    long independent = effect.independent(tested);
    if (independent < LEAST_INDEPENDENT) {
      return SignRow.notTestable(
          sign.key(), source, tested, TOO_FEW.formatted(independent, LEAST_INDEPENDENT));
    }
    double ratio = scaled((double) with / tested, scale);
    RatioWithInterval interval =
        BinomialInterval.of(
            Math.min(independent, effect.independent(with)), independent, confidence);
    double lower = Math.min(ratio, scaled(interval.lowerRatio(), scale));
    double upper = Math.max(ratio, scaled(interval.upperRatio(), scale));
    boolean small = smallCells.isSmall(with) || smallCells.isSmall(tested - with);
    SignRow row =
        new SignRow(
            sign.key(),
            source,
            tested,
            OptionalDouble.of(ratio),
            OptionalDouble.of(sign.expectedRatio()),
            OptionalDouble.of(lower),
            OptionalDouble.of(upper),
            OptionalDouble.empty(),
            sign.reading(lower),
            sign.explanation(Optional.of(ratio)),
            false);
    return small ? withheld(sign, row) : row;
  }

  /** The row of a sign without its numbers. */
  static SignRow withheld(ShareSign sign, SignRow row) {
    return row.withheld(sign.explanation(Optional.empty()));
  }

  private static double scaled(double ratio, double scale) {
    return Math.min(1, ratio * scale);
  }
}
