package leakcensus.estimate.finite;

import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BrentSolver;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.univariate.BrentOptimizer;
import org.hipparchus.optim.univariate.SearchInterval;
import org.hipparchus.optim.univariate.UnivariateObjectiveFunction;

/** The mean at which one law explains best how often persons were seen. */
final class LawFit {

  private static final MaxEval MOST_EVALUATIONS = new MaxEval(500);
  private static final double RELATIVE_PRECISION = 1e-10;
  private static final double LOG_MEAN_PRECISION = 1e-10;

  private final ThinnedLikelihood likelihood;
  private final RecordLaw law;
  private final double lowestLogMean;
  private final double highestLogMean;
  private final double logMean;
  private final double deviance;

  LawFit(ThinnedLikelihood likelihood, RecordLaw law) {
    this.likelihood = likelihood;
    this.law = law;
    this.lowestLogMean = Math.log(law.smallestMeanRecords());
    this.highestLogMean =
        Math.max(
            lowestLogMean,
            Math.log(Math.min(law.largestMeanRecords(), likelihood.mostMeanRecords())));
    double inside = minimum(this::deviance, lowestLogMean, highestLogMean);
    this.logMean = deviance(highestLogMean) <= deviance(inside) ? highestLogMean : inside;
    this.deviance = deviance(logMean);
  }

  RecordLaw law() {
    return law;
  }

  double meanRecords() {
    return Math.exp(logMean);
  }

  double deviance() {
    return deviance;
  }

  double persons() {
    return persons(logMean);
  }

  /** Fewest persons at which the deviance stays within a limit that the best fit is within. */
  double fewestPersons(double limit) {
    return persons(
        deviance(highestLogMean) <= limit
            ? highestLogMean
            : crossing(limit, logMean, highestLogMean));
  }

  /** Most persons at which the deviance stays within a limit that the best fit is within. */
  double mostPersons(double limit) {
    return persons(
        deviance(lowestLogMean) <= limit ? lowestLogMean : crossing(limit, lowestLogMean, logMean));
  }

  /** The place of the smallest value of a function with one valley. */
  static double minimum(UnivariateFunction function, double from, double to) {
    if (!(from < to)) {
      return from;
    }
    return new BrentOptimizer(RELATIVE_PRECISION, LOG_MEAN_PRECISION)
        .optimize(
            MOST_EVALUATIONS,
            new UnivariateObjectiveFunction(function),
            GoalType.MINIMIZE,
            new SearchInterval(from, to))
        .getPoint();
  }

  private double deviance(double atLogMean) {
    return likelihood.deviance(law, Math.exp(atLogMean));
  }

  private double persons(double atLogMean) {
    return likelihood.persons(law, Math.exp(atLogMean));
  }

  private double crossing(double limit, double from, double to) {
    return new BrentSolver(LOG_MEAN_PRECISION)
        .solve(MOST_EVALUATIONS.getMaxEval(), at -> deviance(at) - limit, from, to);
  }
}
