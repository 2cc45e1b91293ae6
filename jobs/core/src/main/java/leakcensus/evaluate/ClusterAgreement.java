package leakcensus.evaluate;

/**
 * How well the persons of a run agree with the true ones.
 *
 * @param mentions number of mentions that were scored
 * @param pairPrecisionRatio of the pairs that the run joined, the part that belongs together
 * @param pairRecallRatio of the pairs that belong together, the part that the run joined
 * @param pairF1Ratio harmonic mean of the two
 * @param bCubedPrecisionRatio mean over mentions of the part of its run person that is its true
 *     person
 * @param bCubedRecallRatio mean over mentions of the part of its true person that is in its run
 *     person
 * @param bCubedF1Ratio harmonic mean of the two
 */
public record ClusterAgreement(
    long mentions,
    double pairPrecisionRatio,
    double pairRecallRatio,
    double pairF1Ratio,
    double bCubedPrecisionRatio,
    double bCubedRecallRatio,
    double bCubedF1Ratio) {

  static ClusterAgreement of(
      long mentions,
      double pairPrecision,
      double pairRecall,
      double bCubedPrecision,
      double bCubedRecall) {
    return new ClusterAgreement(
        mentions,
        pairPrecision,
        pairRecall,
        harmonicMean(pairPrecision, pairRecall),
        bCubedPrecision,
        bCubedRecall,
        harmonicMean(bCubedPrecision, bCubedRecall));
  }

  private static double harmonicMean(double precision, double recall) {
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  }
}
