package leakcensus.estimate.capture;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.special.Gamma;

/**
 * The multinomial likelihood of a log-linear model by the number of persons whom no list holds, the
 * other parameters at their best; the formula stands at {@link MultinomialProfile}.
 */
final class MultinomialLikelihood implements UnivariateFunction {

  private static final double STIRLING_FROM = 30;
  private static final ChiSquaredDistribution ONE_DEGREE = ChiSquaredDistribution.of(1);

  private final ToDoubleFunction<double[]> deviance;
  private final double[] seenCounts;
  private final double seen;

  /**
   * The likelihood of a model.
   *
   * @param deviance deviance of the model on counts of all histories, the empty one first
   * @param seenCounts counts of all histories but the empty one
   */
  MultinomialLikelihood(ToDoubleFunction<double[]> deviance, double[] seenCounts) {
    this.deviance = deviance;
    this.seenCounts = seenCounts.clone();
    this.seen = Arrays.stream(seenCounts).sum();
  }

  double seen() {
    return seen;
  }

  @Override
  public double value(double unseen) {
    double[] counts = new double[seenCounts.length + 1];
    counts[0] = unseen;
    System.arraycopy(seenCounts, 0, counts, 1, seenCounts.length);
    return -deviance.applyAsDouble(counts) / 2 + stirlingRest(seen + unseen) - stirlingRest(unseen);
  }

  /** How far the logarithm may fall below its largest value inside the interval. */
  static double permittedFall(double confidence) {
    return ONE_DEGREE.inverseSurvivalProbability(1 - confidence) / 2;
  }

  /**
   * Whether the interval of this likelihood ends between two numbers of persons; may answer no
   * where it just does.
   *
   * @param unseenGuess a number of unseen persons near the largest likelihood
   */
  boolean endsWithin(
      double lowerPersons, double upperPersons, double unseenGuess, double confidence) {
    double guess = seen + unseenGuess;
    double least = value(unseenGuess) - permittedFall(confidence);
    return lowerPersons <= guess
        && guess <= upperPersons
        && value(upperPersons - seen) < least
        && (lowerPersons <= seen || value(lowerPersons - seen) < least);
  }

  /** ln Gamma(x + 1) - x ln x + x; a series where that would lose its digits. */
  private static double stirlingRest(double x) {
    if (x <= 0) {
      return 0;
    }
    if (x < STIRLING_FROM) {
      return Gamma.logGamma(x + 1) - x * Math.log(x) + x;
    }
    return Math.log(2 * Math.PI * x) / 2 + (1 - (1 - 2 / (7 * x * x)) / (30 * x * x)) / (12 * x);
  }
}
