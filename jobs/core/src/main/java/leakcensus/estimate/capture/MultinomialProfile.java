package leakcensus.estimate.capture;

import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BrentSolver;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.univariate.BrentOptimizer;
import org.hipparchus.optim.univariate.SearchInterval;
import org.hipparchus.optim.univariate.UnivariateObjectiveFunction;

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

  /**
   * Profiles a model.
   *
   * @param likelihood its likelihood by the number of unseen persons
   * @param unseenGuess about how many persons are unseen
   */
  static MultinomialProfile of(
      MultinomialLikelihood likelihood, double unseenGuess, double confidence) {
    double best = best(likelihood, 3 * unseenGuess + 10);
    double least = likelihood.value(best) - MultinomialLikelihood.permittedFall(confidence);
    UnivariateFunction excess = unseen -> likelihood.value(unseen) - least;
    double lower = excess.value(0) >= 0 ? 0 : root(excess, 0, best);
    double beyond = beyond(excess, best);
    double upper = excess.value(beyond) >= 0 ? beyond : root(excess, best, beyond);
    double seen = likelihood.seen();
    return new MultinomialProfile(
        seen + best, seen + Math.min(lower, best), seen + Math.max(upper, best));
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
}
