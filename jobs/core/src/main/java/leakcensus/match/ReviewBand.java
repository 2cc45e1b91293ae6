package leakcensus.match;

/**
 * The bands of evidence over which pairs for review are spread: ten of one width in log odds, from
 * a probability of 0.01 to one of 0.99. What lies outside is not near the threshold.
 */
public final class ReviewBand {

  /** Number of bands. */
  public static final int COUNT = 10;

  private static final double MOST_LOG_ODDS = Math.log(0.99 / 0.01);

  private ReviewBand() {}

  static boolean isBelow(double logOdds) {
    return logOdds < -MOST_LOG_ODDS;
  }

  static boolean isInside(double logOdds) {
    return Math.abs(logOdds) <= MOST_LOG_ODDS;
  }

  /** The band of log odds that are inside. */
  static int of(double logOdds) {
    int band = (int) ((logOdds + MOST_LOG_ODDS) / (2 * MOST_LOG_ODDS) * COUNT);
    return Math.max(0, Math.min(COUNT - 1, band));
  }
}
