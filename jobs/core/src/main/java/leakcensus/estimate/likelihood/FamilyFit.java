package leakcensus.estimate.likelihood;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.hipparchus.analysis.solvers.BrentSolver;

/**
 * The law of a family that explains best how often persons were seen, and the numbers of persons
 * that are nearly as good: the profile of the likelihood over all laws of the family.
 */
final class FamilyFit {

  private static final double VERY_UNEVEN = 6;
  private static final double AS_GOOD = 0.01;
  private static final int COARSE_SHAPES = 32;
  private static final int MOST_EVALUATIONS = 200;
  private static final double LOG_SHAPE_PRECISION = 1e-6;

  private final Likelihood likelihood;
  private final RecordLawFamily family;
  private final List<LawFit> separate = new ArrayList<>();
  private final double step;
  private final double bestLogShape;
  private final LawFit best;

  FamilyFit(Likelihood likelihood, RecordLawFamily family) {
    this.likelihood = likelihood;
    this.family = family;
    this.step = (family.highestLogShape() - family.lowestLogShape()) / COARSE_SHAPES;
    for (RecordLaw law : family.separate()) {
      LawFit fit = new LawFit(likelihood, law);
      if (Double.isFinite(fit.deviance())) {
        separate.add(fit);
      }
    }
    double coarse = family.lowestLogShape();
    for (int at = 1; at <= COARSE_SHAPES; at++) {
      double candidate = family.lowestLogShape() + at * step;
      if (deviance(candidate) < deviance(coarse)) {
        coarse = candidate;
      }
    }
    this.bestLogShape =
        LawFit.minimum(
            this::deviance,
            Math.max(family.lowestLogShape(), coarse - step),
            Math.min(family.highestLogShape(), coarse + step));
    this.best =
        separate.stream()
            .min(Comparator.comparingDouble(LawFit::deviance))
            .filter(fit -> fit.deviance() <= deviance(bestLogShape))
            .orElseGet(() -> fit(bestLogShape));
  }

  /** Whether the best law is among the most uneven ones, and the most uneven one as good. */
  boolean runsAway() {
    return best.law().shape() >= Math.exp(family.highestLogShape() - VERY_UNEVEN)
        && deviance(family.highestLogShape()) <= best.deviance() + AS_GOOD;
  }

  LawFit best() {
    return best;
  }

  /** Fewest persons whose deviance exceeds that of the best fit by no more than this. */
  double fewestPersons(double excess) {
    return extreme(excess, fit -> fit.fewestPersons(best.deviance() + excess), 1);
  }

  /** Most persons whose deviance exceeds that of the best fit by no more than this. */
  double mostPersons(double excess) {
    return extreme(excess, fit -> fit.mostPersons(best.deviance() + excess), -1);
  }

  private double extreme(double excess, ToDoubleFunction<LawFit> persons, int sign) {
    double limit = best.deviance() + excess;
    double extreme = sign * best.persons();
    for (LawFit fit : separate) {
      if (fit.deviance() <= limit) {
        extreme = Math.min(extreme, sign * persons.applyAsDouble(fit));
      }
    }
    if (deviance(bestLogShape) <= limit) {
      double from = end(limit, -1);
      double to = end(limit, 1);
      double at =
          LawFit.minimum(
              shape -> {
                LawFit fit = fit(shape);
                return fit.deviance() <= limit
                    ? sign * persons.applyAsDouble(fit)
                    : sign * fit.persons();
              },
              from,
              to);
      for (double shape : new double[] {from, at, to}) {
        LawFit fit = fit(shape);
        extreme =
            Math.min(
                extreme,
                sign * (fit.deviance() <= limit ? persons.applyAsDouble(fit) : fit.persons()));
      }
    }
    return sign * extreme;
  }

  /** How far the shape may go to one side. */
  private double end(double limit, int side) {
    double border = side < 0 ? family.lowestLogShape() : family.highestLogShape();
    double inside = bestLogShape;
    while (inside != border) {
      double next = side < 0 ? Math.max(border, inside - step) : Math.min(border, inside + step);
      if (deviance(next) > limit) {
        return new BrentSolver(LOG_SHAPE_PRECISION)
            .solve(
                MOST_EVALUATIONS,
                shape -> deviance(shape) - limit,
                Math.min(inside, next),
                Math.max(inside, next));
      }
      inside = next;
    }
    return border;
  }

  private double deviance(double logShape) {
    return fit(logShape).deviance();
  }

  private LawFit fit(double logShape) {
    return new LawFit(likelihood, family.of().apply(Math.exp(logShape)));
  }
}
