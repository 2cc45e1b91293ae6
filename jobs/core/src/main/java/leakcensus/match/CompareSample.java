package leakcensus.match;

import it.unimi.dsi.fastutil.longs.Long2LongMap;
import it.unimi.dsi.fastutil.longs.Long2LongOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2LongRBTreeMap;
import java.util.List;
import java.util.stream.IntStream;
import leakcensus.compare.CompareSignatures;
import leakcensus.compare.Signature;

/**
 * Compares all pairs of a random part of the signatures that blocking did not bring together: what
 * the pairs look like that are not compared.
 */
public final class CompareSample {

  private final Tally tally;

  /** Compares the pairs of a sample, on all processors. */
  public CompareSample(List<Signature> sample) {
    tally =
        IntStream.range(0, sample.size())
            .parallel()
            .collect(Tally::new, (part, left) -> part.compare(sample, left), Tally::addAll);
  }

  /**
   * Adds the pairs of the sample to pattern weights, as standing for all pairs that were not
   * compared.
   *
   * @param uncompared number of those pairs
   */
  public void addTo(PatternWeights weights, double uncompared) {
    Long2LongRBTreeMap inOrder = new Long2LongRBTreeMap(tally.pairsByPattern);
    for (Long2LongMap.Entry entry : inOrder.long2LongEntrySet()) {
      weights.add(entry.getLongKey(), entry.getLongValue() * uncompared / tally.pairs);
    }
  }

  /** Whole numbers of pairs, so that no order of adding changes them. */
  private static final class Tally {

    private final Long2LongOpenHashMap pairsByPattern = new Long2LongOpenHashMap();
    private long pairs;

    void compare(List<Signature> sample, int left) {
      Signature one = sample.get(left);
      for (int right = left + 1; right < sample.size(); right++) {
        Signature other = sample.get(right);
        boolean compared =
            ComparePairs.isComparable(one, other) && ComparePairs.firstCommonKey(one, other) != 0;
        if (!compared) {
          pairsByPattern.addTo(CompareSignatures.pattern(one, other), 1);
          pairs++;
        }
      }
    }

    void addAll(Tally other) {
      other.pairsByPattern.forEach(pairsByPattern::addTo);
      pairs += other.pairs;
    }
  }
}
