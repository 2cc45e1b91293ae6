package leakcensus.estimate.linkage;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;

/**
 * The number of true pairs, as the confidence distributions of what was counted make it.
 *
 * <pre>{@code
 * G(t) = P(true pairs(observed, false ratio, found ratio) <= t)     the three drawn independently
 * }</pre>
 *
 * <p>The chance of one of the three is a closed form, that of the others a sum by the trapezoid
 * rule over normal scores; the one that spreads furthest is taken in closed form, so that the rest
 * is smooth, where the rule errs by less than 1e-6.
 *
 * <p>Sources: M. Fay, M. Proschan, E. Brittain (2015), Combining one-sample confidence procedures
 * for inference in the two-sample case, Biometrics 71, 146-156; L. N. Trefethen, J. A. C. Weideman
 * (2014), SIAM Review 56, 385-458 (the rule).
 */
final class MeldedPairs {

  private static final NormalDistribution STANDARD_NORMAL = NormalDistribution.of(0, 1);
  private static final double STEP = 0.5;
  private static final int SCORES = 15;
  private static final double RELATIVE_ACCURACY = 1e-9;
  private static final int MOST_STEPS = 1000;

  private final LinkedPairs linking;
  private final Law observed;
  private final Law falseRatio;
  private final Law foundRatio;
  private final Widest widest;

  private enum Widest {
    OBSERVED,
    FALSE_RATIO,
    FOUND_RATIO
  }

  /** A law with the values and weights of its sum. */
  private record Law(ConfidenceLaw law, double[] values, double[] weights) {

    static Law of(ConfidenceLaw law) {
      int points = law.isPoint() ? 1 : 2 * SCORES + 1;
      double[] values = new double[points];
      double[] weights = new double[points];
      double sum = 0;
      for (int at = 0; at < points; at++) {
        double score = (at - points / 2) * STEP;
        values[at] = law.quantile(STANDARD_NORMAL.cumulativeProbability(score));
        weights[at] = STANDARD_NORMAL.density(score);
        sum += weights[at];
      }
      for (int at = 0; at < points; at++) {
        weights[at] /= sum;
      }
      return new Law(law, values, weights);
    }
  }

  /** A chance, given two values. */
  private interface Chance {
    double of(double first, double second);
  }

  MeldedPairs(
      LinkedPairs linking,
      ConfidenceLaw observed,
      ConfidenceLaw falseRatio,
      ConfidenceLaw foundRatio) {
    this.linking = linking;
    this.observed = Law.of(observed);
    this.falseRatio = Law.of(falseRatio);
    this.foundRatio = Law.of(foundRatio);
    widest = widest();
  }

  /** The number of true pairs that this chance lies below; 0 where it would be negative. */
  double quantile(double ratio) {
    if (atMost(0) >= ratio) {
      return 0;
    }
    double above = Math.max(1, truePairs(0, 0, 0));
    while (atMost(above) < ratio) {
      above *= 2;
    }
    return new BracketingNthOrderBrentSolver(RELATIVE_ACCURACY, above * RELATIVE_ACCURACY, 1e-12, 5)
        .solve(MOST_STEPS, pairs -> atMost(pairs) - ratio, 0, above);
  }

  /** Chance of at most so many true pairs. */
  double atMost(double pairs) {
    return switch (widest) {
      case OBSERVED ->
          sum(
              falseRatio,
              foundRatio,
              (falsely, found) ->
                  observed.law.atMost(
                      linking.observed(pairs / linking.missedFactor(found), falsely)));
      case FALSE_RATIO ->
          sum(
              observed,
              foundRatio,
              (seen, found) ->
                  falseRatio.law.atLeast(
                      linking.falseRatio(seen, pairs / linking.missedFactor(found))));
      case FOUND_RATIO ->
          sum(observed, falseRatio, (seen, falsely) -> foundAtLeast(pairs, seen, falsely));
    };
  }

  /** Whose deviation moves the true pairs most. */
  private Widest widest() {
    double truePairs = truePairs(0, 0, 0);
    double byObserved = Math.abs(truePairs(1, 0, 0) - truePairs);
    double byFalse = Math.abs(truePairs(0, 1, 0) - truePairs);
    double byFound = Math.abs(truePairs(0, 0, 1) - truePairs);
    if (byObserved >= byFalse && byObserved >= byFound) {
      return Widest.OBSERVED;
    }
    return byFalse >= byFound ? Widest.FALSE_RATIO : Widest.FOUND_RATIO;
  }

  /** The true pairs, each law so many deviations above its mean. */
  private double truePairs(int seen, int falsely, int found) {
    return linking.linked(observed.law.above(seen), falseRatio.law.above(falsely))
        * linking.missedFactor(foundRatio.law.above(found));
  }

  private double foundAtLeast(double pairs, double seen, double falsely) {
    double linked = linking.linked(seen, falsely);
    return linked <= 0 ? 1 : foundRatio.law.atLeast(linking.foundRatio(pairs / linked));
  }

  private static double sum(Law first, Law second, Chance chance) {
    double sum = 0;
    for (int i = 0; i < first.values.length; i++) {
      for (int j = 0; j < second.values.length; j++) {
        sum += first.weights[i] * second.weights[j] * chance.of(first.values[i], second.values[j]);
      }
    }
    return sum;
  }
}
