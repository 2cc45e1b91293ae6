package leakcensus.match;

import it.unimi.dsi.fastutil.longs.Long2LongRBTreeMap;
import java.util.List;
import leakcensus.compare.CompareSignatures;
import leakcensus.compare.Signature;

/**
 * Compares all pairs of a random part of the signatures that blocking did not bring together: what
 * the pairs look like that are not compared.
 */
public final class CompareSample {

  private final Long2LongRBTreeMap tally = new Long2LongRBTreeMap();
  private long pairs;

  /** Compares the pairs of a sample. */
  public CompareSample(List<Signature> sample) {
    for (int left = 0; left < sample.size(); left++) {
      for (int right = left + 1; right < sample.size(); right++) {
        compare(sample.get(left), sample.get(right));
      }
    }
  }

  /**
   * Adds the pairs of the sample to pattern weights, as standing for all pairs that were not
   * compared.
   *
   * @param uncompared number of those pairs
   */
  public void addTo(PatternWeights weights, double uncompared) {
    for (var entry : tally.long2LongEntrySet()) {
      weights.add(entry.getLongKey(), entry.getLongValue() * uncompared / pairs);
    }
  }

  private void compare(Signature one, Signature other) {
    boolean compared =
        ComparePairs.isComparable(one, other) && ComparePairs.firstCommonKey(one, other) != 0;
    if (!compared) {
      tally.addTo(CompareSignatures.pattern(one, other), 1);
      pairs++;
    }
  }
}
