package leakcensus.match;

import it.unimi.dsi.fastutil.longs.Long2LongMap;
import it.unimi.dsi.fastutil.longs.Long2LongSortedMap;
import java.util.ArrayList;
import java.util.List;

/**
 * Compared pairs whose probability of being one person lies between two limits.
 *
 * @param fromRatio least probability
 * @param toRatio probability of the next band
 * @param pairs number of pairs
 * @param expectedSamePairs how many of them are one person, by the sum of their probabilities
 */
public record ProbabilityBand(
    double fromRatio, double toRatio, long pairs, double expectedSamePairs) {

  /** From this probability on a pair taken alone is held to be one person. */
  static final double EVEN = 0.5;

  private static final double[] LIMITS = {0, 0.01, 0.2, EVEN, 0.8, 0.95, 0.99, 0.999, 1.1};

  /** Pairs of the band that would be joined wrongly, each taken alone. */
  public double expectedFalseMerges() {
    return fromRatio >= EVEN ? pairs - expectedSamePairs : 0;
  }

  /** Pairs of the band that would be kept apart wrongly, each taken alone. */
  public double expectedFalseSplits() {
    return fromRatio >= EVEN ? 0 : expectedSamePairs;
  }

  /** The bands of some pairs, all bands in order. */
  static List<ProbabilityBand> of(MatchModel model, Long2LongSortedMap pairsByPattern) {
    long[] pairs = new long[LIMITS.length - 1];
    double[] same = new double[LIMITS.length - 1];
    for (Long2LongMap.Entry entry : pairsByPattern.long2LongEntrySet()) {
      double probability = model.sameProbability(entry.getLongKey());
      int band = 0;
      while (probability >= LIMITS[band + 1]) {
        band++;
      }
      pairs[band] = Math.addExact(pairs[band], entry.getLongValue());
      same[band] += entry.getLongValue() * probability;
    }
    List<ProbabilityBand> bands = new ArrayList<>();
    for (int band = 0; band < pairs.length; band++) {
      bands.add(
          new ProbabilityBand(
              LIMITS[band], Math.min(1, LIMITS[band + 1]), pairs[band], same[band]));
    }
    return bands;
  }
}
