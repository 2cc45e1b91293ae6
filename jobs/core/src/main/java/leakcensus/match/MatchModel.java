package leakcensus.match;

import java.io.Serializable;
import leakcensus.compare.AgreementLevel;
import leakcensus.compare.AgreementPattern;
import leakcensus.compare.ComparisonField;

/**
 * The mixture of Fellegi and Sunter with more than two classes: how probable each level of
 * agreement of each field is among the pairs of each {@link PairClass}.
 *
 * <pre>{@code
 * P(same | pattern) = sum over classes s of one person of p_s m_s(pattern)
 *                     / sum over all classes c of p_c m_c(pattern)
 * m_c(pattern)      = product over fields with content on both sides of m_c(level of the field)
 * weight of a level = log2(m_same / m_unrelated), in bits
 * }</pre>
 *
 * <p>Units: probabilities are ratios in (0, 1); log odds are natural. Errors: fields are taken to
 * agree independently of each other inside a class; where they do not, odds are too sure.
 *
 * <p>Sources: I. P. Fellegi, A. B. Sunter (1969), A theory for record linkage, J. Am. Stat. Assoc.
 * 64, 1183-1210; more than two classes as in M. D. Larsen, D. B. Rubin (2001), Iterative automated
 * record linkage using mixture models, J. Am. Stat. Assoc. 96, 32-41.
 */
public final class MatchModel implements Serializable {

  private static final long serialVersionUID = 1;

  private static final ComparisonField[] TELLING = {
    ComparisonField.GIVEN_NAME, ComparisonField.BIRTH_DATE, ComparisonField.NATIONAL_ID
  };

  /**
   * One slip leads to no other: a pair of one person that differs in two of the telling fields is
   * rarer than the fields one by one would have it, while two of a household differ in all.
   */
  private static final double LOG_OF_ANOTHER_DIFFERENCE = Math.log(0.2);

  private final double[] classLogs;

  /** By field, level and class, in this order: all classes of one level stand together. */
  private final double[] levelLogs;

  private final double pairs;
  private final Calibration calibration;
  private final double addedSamePairs;

  /**
   * A model.
   *
   * @param classRatios share of each {@link PairClass} in all pairs
   * @param levelRatios by class, field and level: its share among the class's pairs with content on
   *     both sides
   * @param pairs number of all pairs of the sample
   */
  MatchModel(double[] classRatios, double[][][] levelRatios, double pairs) {
    this.pairs = pairs;
    calibration = Calibration.NONE;
    addedSamePairs = 0;
    classLogs = logs(classRatios);
    levelLogs = new double[PatternPlaces.TABLE_SIZE];
    for (int pairClass = 0; pairClass < PairClass.COUNT; pairClass++) {
      for (int field = 0; field < ComparisonField.COUNT; field++) {
        double[] logs = logs(levelRatios[pairClass][field]);
        logs[AgreementLevel.MISSING] = 0;
        for (int level = 0; level < AgreementLevel.COUNT; level++) {
          levelLogs[PatternPlaces.of(field, level) + pairClass] = logs[level];
        }
      }
    }
  }

  private MatchModel(MatchModel model, Calibration calibration, double addedSamePairs) {
    this.pairs = model.pairs;
    this.classLogs = model.classLogs;
    this.levelLogs = model.levelLogs;
    this.calibration = calibration;
    this.addedSamePairs = addedSamePairs;
  }

  /**
   * This model with its odds corrected.
   *
   * @param correction what labels say of the odds
   * @param samePairs pairs of one person that it makes more, below 0 where it makes fewer
   */
  MatchModel calibrated(Calibration correction, double samePairs) {
    return new MatchModel(this, correction, samePairs);
  }

  /** Natural logarithm of the odds that a pair with this pattern is one person. */
  public double logOdds(long pattern) {
    return calibration.apply(fittedLogOdds(pattern));
  }

  private double fittedLogOdds(long pattern) {
    double[] logs = new double[PairClass.COUNT];
    logProbabilities(pattern, logs);
    return logSum(logs, 0, PairClass.SAME_COUNT)
        - logSum(logs, PairClass.SAME_COUNT, PairClass.COUNT);
  }

  /** Probability that a pair with this pattern is one person. */
  public double sameProbability(long pattern) {
    return 1 / (1 + Math.exp(-logOdds(pattern)));
  }

  /** Share of a class in all pairs. */
  public double classRatio(PairClass pairClass) {
    return Math.exp(classLogs[pairClass.ordinal()]);
  }

  /** Pairs of one person to expect among all pairs of the sample, those never compared included. */
  public double expectedSamePairs() {
    return (classRatio(PairClass.SAME) + classRatio(PairClass.MOVED)) * pairs + addedSamePairs;
  }

  /** Share of a level of a field among a class's pairs with content on both sides. */
  public double levelRatio(PairClass pairClass, ComparisonField field, int level) {
    return Math.exp(levelLog(pairClass, field, level));
  }

  /** What a level says for one person against unrelated people, in bits. */
  public double weightBits(ComparisonField field, int level) {
    double same = levelLog(PairClass.SAME, field, level);
    double unrelated = levelLog(PairClass.UNRELATED, field, level);
    return (same - unrelated) / Math.log(2);
  }

  /** Fills in the log probability of a pattern and each class; the largest of them. */
  double logProbabilities(long pattern, double[] logs) {
    System.arraycopy(classLogs, 0, logs, 0, PairClass.COUNT);
    for (int field = 0; field < ComparisonField.COUNT; field++) {
      int at = PatternPlaces.of(field, AgreementPattern.level(pattern, field));
      for (int pairClass = 0; pairClass < PairClass.COUNT; pairClass++) {
        logs[pairClass] += levelLogs[at + pairClass];
      }
    }
    return finish(pattern, logs);
  }

  /** The same for one of many patterns, bit by bit. */
  double logProbabilities(PatternPlaces patterns, int number, double[] logs) {
    for (int pairClass = 0; pairClass < PairClass.COUNT; pairClass++) {
      logs[pairClass] = patterns.sum(number, pairClass, levelLogs, classLogs[pairClass]);
    }
    return finish(patterns.pattern(number), logs);
  }

  private static double finish(long pattern, double[] logs) {
    double further = LOG_OF_ANOTHER_DIFFERENCE * Math.max(0, differing(pattern) - 1);
    double largest = Double.NEGATIVE_INFINITY;
    for (int pairClass = 0; pairClass < PairClass.COUNT; pairClass++) {
      logs[pairClass] += pairClass < PairClass.SAME_COUNT ? further : 0;
      largest = Math.max(largest, logs[pairClass]);
    }
    return largest;
  }

  private static double logSum(double[] logs, int from, int to) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int pairClass = from; pairClass < to; pairClass++) {
      largest = Math.max(largest, logs[pairClass]);
    }
    double sum = 0;
    for (int pairClass = from; pairClass < to; pairClass++) {
      sum += Math.exp(logs[pairClass] - largest);
    }
    return largest + Math.log(sum);
  }

  private double levelLog(PairClass pairClass, ComparisonField field, int level) {
    return levelLogs[PatternPlaces.of(field.ordinal(), level) + pairClass.ordinal()];
  }

  /** Number of fields that tell people apart in which a pair differs. */
  private static int differing(long pattern) {
    int differing = 0;
    for (ComparisonField field : TELLING) {
      differing += AgreementPattern.level(pattern, field) == AgreementLevel.DIFFERENT ? 1 : 0;
    }
    return differing;
  }

  private static double[] logs(double[] ratios) {
    double[] logs = new double[ratios.length];
    for (int i = 0; i < ratios.length; i++) {
      logs[i] = Math.log(ratios[i]);
    }
    return logs;
  }
}
