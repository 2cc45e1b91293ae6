package leakcensus.cluster;

import it.unimi.dsi.fastutil.longs.Long2LongOpenHashMap;
import java.util.function.LongUnaryOperator;
import leakcensus.block.LongTable;

/**
 * Finds the weight of each component whose nodes lie in several buckets, each connected with the
 * smallest: buckets send their shares to that node, which answers each of them with the sum.
 */
public final class WeighStars {

  private WeighStars() {}

  /** What the nodes of a bucket add to each component. */
  public static LongTable shares(LongTable stars, LongUnaryOperator weight) {
    Long2LongOpenHashMap weights = new Long2LongOpenHashMap();
    Long2LongOpenHashMap senders = new Long2LongOpenHashMap();
    for (int row = 0; row < stars.size(); row++) {
      long node = stars.at(row, StarRows.NODE);
      long smallest = stars.at(row, StarRows.NEIGHBOUR);
      weights.addTo(smallest, weight.applyAsLong(node));
      senders.putIfAbsent(smallest, node);
    }
    LongTable shares = StarRows.messages();
    for (var entry : weights.long2LongEntrySet()) {
      shares.append(entry.getLongKey(), senders.get(entry.getLongKey()), entry.getLongValue());
    }
    return shares;
  }

  /** The sum of each component, for all who sent a share and once for the smallest node itself. */
  public static LongTable totals(LongTable shares, LongUnaryOperator weight) {
    shares.sort();
    LongTable totals = StarRows.messages();
    for (int start = 0; start < shares.size(); ) {
      long smallest = shares.at(start, StarRows.TO);
      long total = weight.applyAsLong(smallest);
      int end = start;
      while (end < shares.size() && shares.at(end, StarRows.TO) == smallest) {
        total = Math.addExact(total, shares.at(end, StarRows.VALUE));
        end++;
      }
      totals.append(smallest, smallest, total);
      for (int row = start; row < end; row++) {
        totals.append(shares.at(row, StarRows.ABOUT), smallest, total);
      }
      start = end;
    }
    return totals;
  }
}
