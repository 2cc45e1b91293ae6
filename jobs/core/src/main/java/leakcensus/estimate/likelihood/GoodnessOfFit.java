package leakcensus.estimate.likelihood;

import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Pearson's test of a fitted law, over groups of neighbouring numbers of times with at least five
 * expected persons each.
 *
 * <pre>{@code
 * X2 = sum of (seen - expected)^2 / expected  ~  chi-squared with (groups - fitted parameters) degrees
 * }</pre>
 *
 * <p>Source: W. Cochran (1952), Ann. Math. Statist. 23, 315-345.
 */
final class GoodnessOfFit {

  private static final double LEAST_EXPECTED = 5;

  private GoodnessOfFit() {}

  /** Chance of a fit no better if the law holds; nothing where all groups went into the fit. */
  static OptionalDouble pValueRatio(Likelihood likelihood, LawFit fit, int fitted) {
    double[] seen = likelihood.seen();
    double[] expected = likelihood.expected(fit.law(), fit.parameter());
    double square = 0;
    int groups = 0;
    double seenGroup = 0;
    double expectedGroup = 0;
    double expectedLeft = 0;
    for (int k = 1; k < expected.length; k++) {
      expectedLeft += expected[k];
    }
    for (int k = 1; k < expected.length; k++) {
      seenGroup += seen[k];
      expectedGroup += expected[k];
      expectedLeft -= expected[k];
      // What is left behind the last full group joins it.
      if (expectedGroup >= LEAST_EXPECTED && expectedLeft >= LEAST_EXPECTED) {
        square += (seenGroup - expectedGroup) * (seenGroup - expectedGroup) / expectedGroup;
        groups++;
        seenGroup = 0;
        expectedGroup = 0;
      }
    }
    if (expectedGroup > 0) {
      square += (seenGroup - expectedGroup) * (seenGroup - expectedGroup) / expectedGroup;
      groups++;
    }
    return groups > fitted
        ? OptionalDouble.of(ChiSquaredDistribution.of(groups - fitted).survivalProbability(square))
        : OptionalDouble.empty();
  }
}
