package leakcensus.match;

import it.unimi.dsi.fastutil.longs.Long2DoubleOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongArrays;
import java.util.Arrays;

/**
 * How many pairs of the sample show each agreement pattern, all pairs taken together: those that
 * were compared count one each, the rest stands for itself by a random part of it.
 */
public final class PatternWeights {

  private final Long2DoubleOpenHashMap pairsByPattern = new Long2DoubleOpenHashMap();
  private double pairs;

  /** Adds pairs that show a pattern; a fraction where they stand for others. */
  public void add(long pattern, double pairsAdded) {
    if (!(pairsAdded >= 0)) {
      throw new IllegalArgumentException(
          "Invalid pairs: %s (must be a number >= 0)".formatted(pairsAdded));
    }
    pairsByPattern.addTo(pattern, pairsAdded);
    pairs += pairsAdded;
  }

  /** All pairs. */
  public double pairs() {
    return pairs;
  }

  /** The patterns, ascending, so that sums over them come out the same in every run. */
  public long[] patterns() {
    long[] patterns = pairsByPattern.keySet().toLongArray();
    LongArrays.unstableSort(patterns);
    return patterns;
  }

  /** Pairs by pattern, in the order of {@link #patterns()}. */
  public double[] weights() {
    return Arrays.stream(patterns()).mapToDouble(pairsByPattern::get).toArray();
  }
}
