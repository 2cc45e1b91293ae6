package leakcensus.authenticity;

import java.util.Locale;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Holds counts of digits against the shares that are expected of them.
 *
 * <pre>{@code
 * X2 = sum (O - E)^2 / E      d degrees of freedom      D what repeats do (DesignEffect)
 *
 * too uneven:  p = P(chi2_d >= X2 / D)        effect w = sqrt(max(0, X2 - d D) / n)
 * too even:    p = P(chi2_d <= X2)
 * }</pre>
 *
 * <p>Units: w is Cohen's w, the root of the mean squared relative deviation, less what chance adds:
 * 0 for even digits, 3 where all ten are one. With many mentions every deviation is significant, so
 * the reading needs both a p-value and a size.
 *
 * <p>Errors: repeats only make digits less even, so "too even" takes no account of them. Numbers
 * that are drawn without replacement from nearly all that there are look too even as well.
 *
 * <p>Sources: K. Pearson (1900), Phil. Mag. (5) 50, 157-175; J. Cohen (1988), Statistical Power
 * Analysis, chapter 7 (0.1 small, 0.3 medium, 0.5 large; not checked); D as in {@link
 * DesignEffect}.
 */
final class JudgeDigits {

  /** Independent mentions below which nothing is read. */
  static final long LEAST_INDEPENDENT = 500;

  private static final double UNEVEN_P = 1e-4;
  private static final double EVEN_P = 1e-5;
  private static final double FAR_TOO_EVEN_P = 1e-8;

  private final String sign;
  private final String what;
  private final double unusualEffect;
  private final double fabricatedEffect;
  private final String note;

  /**
   * Judges one kind of digit.
   *
   * @param sign key of the sign
   * @param what the digits, in words
   * @param unusualEffect effect size from which uneven digits are unusual
   * @param fabricatedEffect effect size from which they are likely made up
   * @param note what is known of genuine digits
   */
  JudgeDigits(
      String sign, String what, double unusualEffect, double fabricatedEffect, String note) {
    this.sign = sign;
    this.what = what;
    this.unusualEffect = unusualEffect;
    this.fabricatedEffect = fabricatedEffect;
    this.note = note;
  }

  /**
   * The row of some digits.
   *
   * @param source index of the source, or all
   * @param counts how often each digit occurs
   * @param expected how often it is expected; both sum up to the same
   * @param degrees degrees of freedom
   * @param effect what repeats do to the counts
   */
  SignRow judge(int source, long[] counts, double[] expected, int degrees, DesignEffect effect) {
    long tested = 0;
    double squares = 0;
    for (int digit = 0; digit < counts.length; digit++) {
      tested += counts[digit];
      double off = counts[digit] - expected[digit];
      squares += expected[digit] > 0 ? off * off / expected[digit] : 0;
    }
    long independent = effect.independent(tested);
    if (independent < LEAST_INDEPENDENT) {
      return SignRow.notTestable(
          sign,
          source,
          tested,
          "%d independent mentions; %d are needed to read the sign."
              .formatted(independent, LEAST_INDEPENDENT));
    }
    ChiSquaredDistribution chiSquare = ChiSquaredDistribution.of(degrees);
    double uneven = chiSquare.survivalProbability(squares / effect.factor());
    double even = chiSquare.cumulativeProbability(squares);
    double size = Math.sqrt(Math.max(0, squares - degrees * effect.factor()) / tested);
    boolean tooEven = even < EVEN_P;
    return new SignRow(
        sign,
        source,
        tested,
        OptionalDouble.of(size),
        OptionalDouble.of(0),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.of(tooEven ? even : uneven),
        tooEven ? tooEven(even) : tooUneven(uneven, size),
        explanation(tooEven, size),
        false);
  }

  private static Reading tooEven(double even) {
    return even < FAR_TOO_EVEN_P ? Reading.FABRICATION_LIKELY : Reading.UNUSUAL;
  }

  private Reading tooUneven(double uneven, double size) {
    if (uneven >= UNEVEN_P || size < unusualEffect) {
      return Reading.USUAL;
    }
    return size >= fabricatedEffect ? Reading.FABRICATION_LIKELY : Reading.UNUSUAL;
  }

  private String explanation(boolean tooEven, double size) {
    return tooEven
        ? "%s are more even than chance makes them, as if counted through. %s".formatted(what, note)
        : String.format(
            Locale.ROOT,
            "%s deviate from evenness by an effect size of %.3f (0 even, 3 all the same). %s",
            what,
            size,
            note);
  }
}
