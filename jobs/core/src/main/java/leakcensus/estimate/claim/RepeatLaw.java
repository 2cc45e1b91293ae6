package leakcensus.estimate.claim;

/**
 * How many repeated persons a number of persons makes in a sample.
 *
 * <pre>{@code
 * X persons      CV2 unevenness of the records per person, over X
 *
 * expected(X, CV2) = max(0, compared (1 + CV2) / X - flat) + false
 * persons(m, CV2)  = compared (1 + CV2) / (m - false + flat)          its inverse
 *
 * P(N >= c) = P(Poisson(mean / d) >= c / d),   d the dispersion
 * }</pre>
 *
 * <p>Units: pairs and persons. Errors: with a dispersion above 1 the scaled law stands for counts
 * that come in groups; it has their mean and variance, not their shape.
 *
 * @param comparedPairs pairs of mentions, or of persons, that were compared
 * @param flatPairs pairs that records drawn without replacement make fewer
 * @param falsePairs pairs of two persons that the linkage is expected to have taken for one
 * @param dispersionRatio variance of the count over its mean, at least 1
 */
public record RepeatLaw(
    double comparedPairs, double flatPairs, double falsePairs, double dispersionRatio) {

  /** Level of every test of a claim, one-sided. */
  public static final double LEVEL = 0.05;

  public RepeatLaw {
    if (!(comparedPairs >= 0 && flatPairs >= 0 && falsePairs >= 0)) {
      throw new IllegalArgumentException(
          "Invalid pairs: %s compared, %s flat, %s false (must be >= 0)"
              .formatted(comparedPairs, flatPairs, falsePairs));
    }
    if (!(dispersionRatio >= 1 && dispersionRatio < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "Invalid dispersion: %s (must be finite and >= 1)".formatted(dispersionRatio));
    }
  }

  /** Pairs that come one by one, between records that nothing but chance brings together. */
  public static RepeatLaw of(double comparedPairs, double falsePairs) {
    return new RepeatLaw(comparedPairs, 0, falsePairs, 1);
  }

  /** The same law with another dispersion. */
  public RepeatLaw withDispersion(double ratio) {
    return new RepeatLaw(comparedPairs, flatPairs, falsePairs, ratio);
  }

  /**
   * The same law without false pairs. The expected ones are as many as there may be, which grants
   * the claim most where pairs are many; where they are few, it is granted most without any.
   */
  RepeatLaw withoutFalsePairs() {
    return new RepeatLaw(comparedPairs, flatPairs, 0, dispersionRatio);
  }

  /** Pairs to be expected of a number of persons, the false ones included. */
  public double expectedPairs(double persons, double cv2) {
    return Math.max(0, comparedPairs * (1 + cv2) / persons - flatPairs) + falsePairs;
  }

  /** Persons of whom so many pairs are to be expected; infinite where no number makes so few. */
  double persons(double pairs, double cv2) {
    double made = pairs - falsePairs + flatPairs;
    return made > 0 ? comparedPairs * (1 + cv2) / made : Double.POSITIVE_INFINITY;
  }

  /** Unevenness that a number of persons needs to explain so many pairs; negative if none. */
  double breakEvenCv2(double persons, double pairs) {
    return persons * (Math.max(0, pairs - falsePairs) + flatPairs) / comparedPairs - 1;
  }
}
