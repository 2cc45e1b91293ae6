package leakcensus.match;

import leakcensus.block.LongTable;

/**
 * Keeps of the compared pairs those that may be near the threshold.
 *
 * <p>Two nodes of which one holds several contents can be compared more than once; the contents
 * that agree best speak for them. So such pairs pass also where they are above all doubt: they take
 * the others out.
 */
public final class OfferReview {

  private OfferReview() {}

  /** The pairs to offer, by their nodes. */
  public static LongTable offer(LongTable pairs, MatchModel model) {
    LongTable offered = ReviewColumns.offered();
    for (int row = 0; row < pairs.size(); row++) {
      long left = pairs.at(row, MatchRows.LEFT);
      long right = pairs.at(row, MatchRows.RIGHT);
      double logOdds = model.logOdds(pairs.at(row, MatchRows.PATTERN));
      boolean several = CountPostings.isTrusted(left) || CountPostings.isTrusted(right);
      if (ReviewBand.isInside(logOdds) || several && !ReviewBand.isBelow(logOdds)) {
        offered.append(left, right, Double.doubleToLongBits(logOdds));
      }
    }
    return offered;
  }
}
