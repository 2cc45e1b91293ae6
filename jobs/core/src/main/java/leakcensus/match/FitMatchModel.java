package leakcensus.match;

import leakcensus.compare.AgreementLevel;
import leakcensus.compare.AgreementPattern;
import leakcensus.compare.ComparisonField;

/**
 * Learns a {@link MatchModel} from pattern counts alone, without labels, by expectation
 * maximisation.
 *
 * <p>Since the weights stand for all pairs of the sample, not for the compared ones alone, the
 * shares of the classes are shares of all pairs, and what blocking selected does not matter.
 *
 * <p>Source: A. P. Dempster, N. M. Laird, D. B. Rubin (1977), Maximum likelihood from incomplete
 * data via the EM algorithm, J. R. Stat. Soc. B 39, 1-38; for record linkage W. E. Winkler (1988),
 * Proc. Section on Survey Research Methods, Am. Stat. Assoc., 667-671.
 */
public final class FitMatchModel {

  private static final int MOST_ROUNDS = 500;
  private static final double CLOSE_ENOUGH = 1e-10;

  /** People move once or twice while a dump is filled, so most of their pairs stay at one place. */
  private static final double LARGEST_MOVED_RATIO = 2;

  /** Twins and namesakes are a small part of the pairs of households. */
  private static final double LARGEST_RARE_RATIO = 0.1;

  private final PatternPlaces patterns;
  private final double[] weights;
  private final double pairs;
  private final double[] classRatios = new double[PairClass.COUNT];
  private final double[][][] levelRatios =
      new double[PairClass.COUNT][ComparisonField.COUNT][AgreementLevel.COUNT];

  private FitMatchModel(PatternWeights counted, double nodes) {
    patterns = new PatternPlaces(counted.patterns());
    weights = counted.weights();
    pairs = counted.pairs();
    begin(Math.min(0.1, nodes / Math.max(pairs, 1)));
  }

  /**
   * The model that fits best.
   *
   * @param counted pairs by pattern, all pairs of the sample taken together
   * @param nodes number of different mentions
   */
  public static MatchModel fit(PatternWeights counted, long nodes) {
    FitMatchModel fit = new FitMatchModel(counted, nodes);
    double before = Double.NEGATIVE_INFINITY;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      double logLikelihood = fit.improve();
      if (Math.abs(logLikelihood - before) <= CLOSE_ENOUGH * Math.abs(logLikelihood)) {
        break;
      }
      before = logLikelihood;
    }
    return fit.model();
  }

  private MatchModel model() {
    return new MatchModel(classRatios, levelRatios, pairs);
  }

  private void begin(double sameRatio) {
    java.util.Arrays.fill(classRatios, sameRatio);
    classRatios[PairClass.TWINS.ordinal()] = sameRatio * LARGEST_RARE_RATIO;
    classRatios[PairClass.NAMESAKES.ordinal()] = sameRatio * LARGEST_RARE_RATIO;
    classRatios[PairClass.UNRELATED.ordinal()] = 1 - (PairClass.COUNT - 1) * sameRatio;
    double[][][] seen = new double[PairClass.COUNT][ComparisonField.COUNT][AgreementLevel.COUNT];
    for (int i = 0; i < patterns.count(); i++) {
      for (int field = 0; field < ComparisonField.COUNT; field++) {
        seen[PairClass.UNRELATED.ordinal()][field][
                AgreementPattern.level(patterns.pattern(i), field)] +=
            weights[i];
      }
    }
    setLevels(seen);
  }

  /** One round; the logarithm of the likelihood before it. */
  private double improve() {
    ExpectedPairs expected = ExpectedPairs.of(model(), patterns, weights);
    setClasses(expected.classes());
    setLevels(expected.levels());
    return expected.logLikelihood();
  }

  /** No class dies out: one pair of each is always thinkable. */
  private void setClasses(double[] ofClass) {
    double sum = 0;
    for (int pairClass = 0; pairClass < PairClass.COUNT; pairClass++) {
      classRatios[pairClass] = Math.max(ofClass[pairClass], 0.5);
    }
    limit(PairClass.MOVED, LARGEST_MOVED_RATIO * ofClass[PairClass.SAME.ordinal()], ofClass);
    double rare = LARGEST_RARE_RATIO * ofClass[PairClass.HOUSEHOLD.ordinal()];
    limit(PairClass.TWINS, rare, ofClass);
    limit(PairClass.NAMESAKES, rare, ofClass);
    for (int pairClass = 0; pairClass < PairClass.COUNT; pairClass++) {
      sum += classRatios[pairClass];
    }
    for (int pairClass = 0; pairClass < PairClass.COUNT; pairClass++) {
      classRatios[pairClass] /= sum;
    }
  }

  private void limit(PairClass pairClass, double mostPairs, double[] ofClass) {
    int limited = pairClass.ordinal();
    classRatios[limited] = Math.max(0.5, Math.min(ofClass[limited], mostPairs));
  }

  private void setLevels(double[][][] seen) {
    // Unrelated pairs first, since the priors of the other classes lean on them.
    for (int pairClass = PairClass.COUNT - 1; pairClass >= 0; pairClass--) {
      for (int field = 0; field < ComparisonField.COUNT; field++) {
        setLevels(PairClass.values()[pairClass], field, seen);
      }
    }
  }

  private void setLevels(PairClass pairClass, int field, double[][][] seenByClass) {
    PairClass shown = pairClass.levelsOf(ComparisonField.at(field));
    double[] seen = seen(shown, field, seenByClass);
    double[] ratios = levelRatios[pairClass.ordinal()][field];
    double[] unrelated = levelRatios[PairClass.UNRELATED.ordinal()][field];
    double sum = 0;
    for (int level = 1; level < AgreementLevel.COUNT; level++) {
      ratios[level] =
          seen[level] + LevelPrior.pairs(shown, ComparisonField.at(field), level, unrelated[level]);
      sum += ratios[level];
    }
    for (int level = 1; level < AgreementLevel.COUNT; level++) {
      ratios[level] /= sum;
    }
    limit(ratios, LevelPrior.mostDifferentRatio(shown, ComparisonField.at(field)));
  }

  /** Pairs by level of all classes that agree in a field as one class does. */
  private static double[] seen(PairClass shown, int field, double[][][] seenByClass) {
    double[] seen = new double[AgreementLevel.COUNT];
    for (PairClass pairClass : PairClass.values()) {
      if (pairClass.levelsOf(ComparisonField.at(field)) == shown) {
        for (int level = 0; level < AgreementLevel.COUNT; level++) {
          seen[level] += seenByClass[pairClass.ordinal()][field][level];
        }
      }
    }
    return seen;
  }

  private static void limit(double[] ratios, double mostDifferent) {
    double different = ratios[AgreementLevel.DIFFERENT];
    if (different > mostDifferent) {
      for (int level = 1; level < AgreementLevel.DIFFERENT; level++) {
        ratios[level] *= (1 - mostDifferent) / (1 - different);
      }
      ratios[AgreementLevel.DIFFERENT] = mostDifferent;
    }
  }
}
