package leakcensus.match;

import java.util.stream.IntStream;
import leakcensus.compare.AgreementLevel;
import leakcensus.compare.ComparisonField;

/**
 * How many pairs of each class, and of each level in each field, a model expects among counted
 * pairs: one step of expectation. Patterns are summed up in parts of a fixed size, each part on
 * some processor and the parts in order, so the sums come out the same on any machine.
 */
final class ExpectedPairs {

  private static final int PATTERNS_OF_PART = 1 << 10;

  /** A class this far behind adds less than a ten-thousandth of a pair for every 10^13 pairs. */
  private static final double NEGLIGIBLE_LOG = -40;

  private final double[] levels = new double[PatternPlaces.TABLE_SIZE];
  private final double[] classes = new double[PairClass.COUNT];
  private double logLikelihood;

  private ExpectedPairs() {}

  /** What a model expects among pairs with these patterns and weights. */
  static ExpectedPairs of(MatchModel model, PatternPlaces patterns, double[] weights) {
    int parts = (patterns.count() + PATTERNS_OF_PART - 1) / PATTERNS_OF_PART;
    ExpectedPairs all = new ExpectedPairs();
    IntStream.range(0, parts)
        .parallel()
        .mapToObj(part -> part(model, patterns, weights, part))
        .toList()
        .forEach(all::add);
    return all;
  }

  /** Pairs by class, field and level; none where a field has no content on both sides. */
  double[][][] levels() {
    double[][][] pairs = new double[PairClass.COUNT][ComparisonField.COUNT][AgreementLevel.COUNT];
    for (int pairClass = 0; pairClass < PairClass.COUNT; pairClass++) {
      for (int field = 0; field < ComparisonField.COUNT; field++) {
        for (int level = 0; level < AgreementLevel.COUNT; level++) {
          pairs[pairClass][field][level] = levels[PatternPlaces.of(field, level) + pairClass];
        }
      }
    }
    return pairs;
  }

  /** Pairs by class. */
  double[] classes() {
    return classes;
  }

  /** Natural logarithm of the likelihood of the counted pairs. */
  double logLikelihood() {
    return logLikelihood;
  }

  private static ExpectedPairs part(
      MatchModel model, PatternPlaces patterns, double[] weights, int part) {
    ExpectedPairs expected = new ExpectedPairs();
    double[] logs = new double[PairClass.COUNT];
    int end = Math.min(patterns.count(), (part + 1) * PATTERNS_OF_PART);
    for (int i = part * PATTERNS_OF_PART; i < end; i++) {
      expected.add(model, patterns, i, weights[i], logs);
    }
    return expected;
  }

  private void add(
      MatchModel model, PatternPlaces patterns, int number, double weight, double[] logs) {
    double largest = model.logProbabilities(patterns, number, logs);
    double sum = 0;
    for (int pairClass = 0; pairClass < PairClass.COUNT; pairClass++) {
      double log = logs[pairClass] - largest;
      logs[pairClass] = log < NEGLIGIBLE_LOG ? 0 : Math.exp(log);
      sum += logs[pairClass];
    }
    logLikelihood += weight * (largest + Math.log(sum));
    for (int pairClass = 0; pairClass < PairClass.COUNT; pairClass++) {
      if (logs[pairClass] == 0) {
        continue;
      }
      double pairs = weight * logs[pairClass] / sum;
      classes[pairClass] += pairs;
      patterns.add(number, pairClass, pairs, levels);
    }
  }

  private void add(ExpectedPairs part) {
    logLikelihood += part.logLikelihood;
    for (int pairClass = 0; pairClass < PairClass.COUNT; pairClass++) {
      classes[pairClass] += part.classes[pairClass];
    }
    for (int at = 0; at < levels.length; at++) {
      levels[at] += part.levels[at];
    }
  }
}
