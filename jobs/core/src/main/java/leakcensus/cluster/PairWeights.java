package leakcensus.cluster;

/**
 * The evidence between all items of one component: natural log odds that two of them are one
 * person.
 */
public final class PairWeights {

  /** Stands for two items that cannot be one person, whatever speaks for their neighbours. */
  public static final double CANNOT_LINK = Double.NEGATIVE_INFINITY;

  private final double[][] weights;

  /** No evidence between this many items. */
  public PairWeights(int items) {
    weights = new double[items][items];
  }

  /** Number of items. */
  public int items() {
    return weights.length;
  }

  /** Sets the evidence between two items. */
  public void set(int left, int right, double logOdds) {
    weights[left][right] = logOdds;
    weights[right][left] = logOdds;
  }

  /** The evidence between two items. */
  public double at(int left, int right) {
    return weights[left][right];
  }

  /** Evidence between an item and all others. */
  double[] row(int item) {
    return weights[item];
  }
}
