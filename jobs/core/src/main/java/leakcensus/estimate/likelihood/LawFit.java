package leakcensus.estimate.likelihood;

import java.util.stream.DoubleStream;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BrentSolver;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.univariate.BrentOptimizer;
import org.hipparchus.optim.univariate.SearchInterval;
import org.hipparchus.optim.univariate.UnivariateObjectiveFunction;

/** The parameter at which one law explains best how often persons were seen. */
final class LawFit {

  private static final MaxEval MOST_EVALUATIONS = new MaxEval(500);
  private static final double RELATIVE_PRECISION = 2e-8;
  private static final double PARAMETER_PRECISION = 2e-8;

  private final Likelihood likelihood;
  private final RecordLaw law;
  private final double lowest;
  private final double highest;
  private final double parameter;
  private final double deviance;

  LawFit(Likelihood likelihood, RecordLaw law) {
    this.likelihood = likelihood;
    this.law = law;
    this.lowest = likelihood.lowest(law);
    this.highest = likelihood.highest(law);
    double inside = minimum(this::deviance, lowest, highest);
    this.parameter = deviance(highest) <= deviance(inside) ? highest : inside;
    this.deviance = deviance(parameter);
  }

  RecordLaw law() {
    return law;
  }

  double parameter() {
    return parameter;
  }

  double deviance() {
    return deviance;
  }

  double persons() {
    return persons(parameter);
  }

  /** Fewest persons at which the deviance stays within a limit that the best fit is within. */
  double fewestPersons(double limit) {
    return extreme(limit, at -> likelihood.fewestPersons(law, at, limit));
  }

  /** Most persons at which the deviance stays within a limit that the best fit is within. */
  double mostPersons(double limit) {
    return -extreme(limit, at -> -likelihood.mostPersons(law, at, limit));
  }

  /** The place of the smallest value of a function with one valley. */
  static double minimum(UnivariateFunction function, double from, double to) {
    if (!(from < to)) {
      return from;
    }
    return new BrentOptimizer(RELATIVE_PRECISION, PARAMETER_PRECISION)
        .optimize(
            MOST_EVALUATIONS,
            new UnivariateObjectiveFunction(function),
            GoalType.MINIMIZE,
            new SearchInterval(from, to))
        .getPoint();
  }

  private double deviance(double at) {
    return likelihood.deviance(law, at);
  }

  private double persons(double at) {
    return likelihood.persons(law, at);
  }

  private double extreme(double limit, UnivariateFunction persons) {
    double from = deviance(lowest) <= limit ? lowest : crossing(limit, lowest, parameter);
    double to = deviance(highest) <= limit ? highest : crossing(limit, parameter, highest);
    return DoubleStream.of(from, minimum(persons, from, to), to)
        .map(persons::value)
        .min()
        .orElseThrow();
  }

  private double crossing(double limit, double from, double to) {
    return new BrentSolver(PARAMETER_PRECISION)
        .solve(MOST_EVALUATIONS.getMaxEval(), at -> deviance(at) - limit, from, to);
  }
}
