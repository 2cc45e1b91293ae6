package leakcensus.match;

import leakcensus.compare.AgreementLevel;
import leakcensus.compare.ComparisonField;

/**
 * What is held of the levels of agreement before any pair is seen, as pairs added to those of each
 * class. It keeps the class of one person what it is meant to be where few pairs speak for it:
 * pairs that mostly agree, in their given names and birth dates above all.
 */
final class LevelPrior {

  /** Pairs that the prior of one person, and of related people, counts for in each field. */
  private static final double SAME_PAIRS = 10;

  private static final double RELATED_PAIRS = 200;
  private static final double UNRELATED_PAIRS_PER_LEVEL = 0.005;

  /** A class whose pairs differ more often in what tells people apart is not one person. */
  private static final double MOST_DIFFERENT_RATIO = 0.2;

  /** A household whose members mostly live apart, or mostly bear other surnames, is none. */
  private static final double MOST_OTHER_ADDRESSES_RATIO = 0.2;

  private static final double MOST_OTHER_SURNAMES_RATIO = 0.6;

  private static final double EXACT_RATIO = 0.7;
  private static final double NEAR_RATIO = 0.12;
  private static final double SIMILAR_RATIO = 0.06;
  private static final double WEAK_RATIO = 0.03;
  private static final double DIFFERENT_RATIO = 0.09;

  private LevelPrior() {}

  /** Share of a level among pairs of one person. */
  static double sameRatio(int level) {
    if (AgreementLevel.isExact(level)) {
      return EXACT_RATIO / AgreementLevel.BANDS;
    }
    return switch (level) {
      case AgreementLevel.NEAR -> NEAR_RATIO;
      case AgreementLevel.SIMILAR -> SIMILAR_RATIO;
      case AgreementLevel.WEAK -> WEAK_RATIO;
      case AgreementLevel.DIFFERENT -> DIFFERENT_RATIO;
      default -> 0;
    };
  }

  /** Largest share of the pairs of a class that differ in a field. */
  static double mostDifferentRatio(PairClass pairClass, ComparisonField field) {
    return switch (pairClass) {
      case SAME, MOVED ->
          switch (field) {
            case GIVEN_NAME, BIRTH_DATE, NATIONAL_ID -> MOST_DIFFERENT_RATIO;
            default -> 1;
          };
      case HOUSEHOLD ->
          switch (field) {
            case ADDRESS -> MOST_OTHER_ADDRESSES_RATIO;
            case SURNAME -> MOST_OTHER_SURNAMES_RATIO;
            default -> 1;
          };
      default -> 1;
    };
  }

  /**
   * Pairs added at a level.
   *
   * @param unrelatedRatio share of the level among unrelated pairs, as known so far
   */
  static double pairs(
      PairClass pairClass, ComparisonField field, int level, double unrelatedRatio) {
    if (pairClass == PairClass.UNRELATED) {
      return UNRELATED_PAIRS_PER_LEVEL;
    }
    return pairClass.shares(field) ? SAME_PAIRS * sameRatio(level) : RELATED_PAIRS * unrelatedRatio;
  }
}
