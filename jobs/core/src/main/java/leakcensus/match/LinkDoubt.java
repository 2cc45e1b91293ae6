package leakcensus.match;

/**
 * What may be wrong with clusters, by the probabilities of the pairs inside their components. It is
 * summed up in whole millionths, so that no order of summing changes it.
 */
public enum LinkDoubt {
  /** Pairs of one person that stand in two clusters. */
  MISSED_PAIRS,
  /** Joins of two clusters that those pairs amount to: each a share 1 / (a b) of one. */
  MISSED_JOINS,
  /** Joins that are one too many: pairs of two persons inside a cluster of s, each 1 / (s - 1). */
  FALSE_JOINS;

  private static final double PARTS = 1e6;

  /** A sum as it is counted. */
  static long parts(double value) {
    return Math.round(value * PARTS);
  }

  /** The sum that stands behind a count. */
  static double value(long parts) {
    return parts / PARTS;
  }
}
