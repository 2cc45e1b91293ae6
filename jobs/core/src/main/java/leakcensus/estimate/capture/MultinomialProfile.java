package leakcensus.estimate.capture;

import java.util.function.ToDoubleFunction;
import leakcensus.estimate.Confidence;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BrentSolver;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.univariate.BrentOptimizer;
import org.hipparchus.optim.univariate.SearchInterval;
import org.hipparchus.optim.univariate.UnivariateObjectiveFunction;
import org.hipparchus.special.Gamma;

/**
 * The number of persons where the multinomial likelihood of a log-linear model is largest, and the
 * interval where it is not much smaller.
 *
 * <pre>{@code
 * M persons seen, u unseen, N = M + u, dev(u) deviance of the model on the table with u in its
 * empty cell
 *
 * l(u) = -dev(u) / 2 + g(N) - g(u),  g(x) = ln Gamma(x + 1) - x ln x + x
 *
 * interval: the u with l(u) >= max l - q / 2,  q quantile of chi-squared with 1 degree of freedom
 * }</pre>
 *
 * <p>Units: persons.
 *
 * <p>Errors: covers as stated if the model is true and the counts are not very small; it is never
 * symmetric and never below M. With few shared persons the upper end may be hundreds of times the
 * point.
 *
 * <p>Sources: R. Cormack (1992), Biometrics 48, 567-576; L.-P. Rivest and S. Baillargeon, R package
 * Rcapture, closedpCI.t, which has the first term of Stirling's series in the place of g.
 *
 * @param persons point of the largest likelihood, in persons
 * @param lowerPersons lower end, in persons
 * @param upperPersons upper end, in persons
 */
record MultinomialProfile(double persons, double lowerPersons, double upperPersons) {

  private static final double RELATIVE_ACCURACY = 1e-7;
  private static final double ABSOLUTE_ACCURACY = 1e-6;
  private static final int MOST_EVALUATIONS = 500;
  private static final int MOST_DOUBLINGS = 60;
  private static final double STIRLING_FROM = 30;
  private static final ChiSquaredDistribution ONE_DEGREE = ChiSquaredDistribution.of(1);

  /**
   * Profiles a model.
   *
   * @param deviance deviance of the model on counts of all histories, the empty one first
   * @param seenCounts counts of all histories but the empty one
   * @param unseenGuess about how many persons are unseen
   */
  static MultinomialProfile of(
      ToDoubleFunction<double[]> deviance,
      double[] seenCounts,
      double unseenGuess,
      double confidence) {
    Confidence.check(confidence);
    double seen = 0;
    for (double count : seenCounts) {
      seen += count;
    }
    UnivariateFunction likelihood = likelihood(deviance, seenCounts, seen);
    double best = best(likelihood, 3 * unseenGuess + 10);
    double least =
        likelihood.value(best) - ONE_DEGREE.inverseSurvivalProbability(1 - confidence) / 2;
    UnivariateFunction excess = unseen -> likelihood.value(unseen) - least;
    double lower = excess.value(0) >= 0 ? 0 : root(excess, 0, best);
    double beyond = beyond(excess, best);
    double upper = excess.value(beyond) >= 0 ? beyond : root(excess, best, beyond);
    return new MultinomialProfile(
        seen + best, seen + Math.min(lower, best), seen + Math.max(upper, best));
  }

  private static UnivariateFunction likelihood(
      ToDoubleFunction<double[]> deviance, double[] seenCounts, double seen) {
    return unseen -> {
      double[] counts = new double[seenCounts.length + 1];
      counts[0] = unseen;
      System.arraycopy(seenCounts, 0, counts, 1, seenCounts.length);
      return -deviance.applyAsDouble(counts) / 2
          + stirlingRest(seen + unseen)
          - stirlingRest(unseen);
    };
  }

  private static double best(UnivariateFunction likelihood, double highest) {
    return new BrentOptimizer(RELATIVE_ACCURACY, ABSOLUTE_ACCURACY)
        .optimize(
            new MaxEval(MOST_EVALUATIONS),
            new UnivariateObjectiveFunction(likelihood),
            GoalType.MAXIMIZE,
            new SearchInterval(0, highest))
        .getPoint();
  }

  private static double beyond(UnivariateFunction excess, double best) {
    double unseen = Math.max(best, 1);
    for (int doubling = 0; doubling < MOST_DOUBLINGS; doubling++) {
      unseen *= 2;
      if (excess.value(unseen) < 0) {
        break;
      }
    }
    return unseen;
  }

  private static double root(UnivariateFunction excess, double from, double to) {
    return new BrentSolver(RELATIVE_ACCURACY, ABSOLUTE_ACCURACY)
        .solve(MOST_EVALUATIONS, excess, from, to);
  }

  /** g(x), by Stirling's series where the difference would lose its digits. */
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
