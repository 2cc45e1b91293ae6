package leakcensus.compare;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.Arrays;

/**
 * Bands of MinHash over the grams of a whole mention: two mentions share a band with a probability
 * that grows steeply with the share of grams they have in common, whatever the fields.
 *
 * <pre>{@code
 * P(some band is shared) = 1 - (1 - J^r)^b      J = Jaccard similarity, b bands of r rows
 * }</pre>
 *
 * <p>Source: A. Z. Broder (1997), On the resemblance and containment of documents, Proc.
 * Compression and Complexity of Sequences, 21-29; bands as in J. Leskovec, A. Rajaraman, J. Ullman
 * (2014), Mining of Massive Datasets, chapter 3.
 */
final class MinHash {

  static final int BANDS = 16;
  private static final int ROWS = 4;
  private static final int[] MULTIPLIERS = new int[BANDS * ROWS];

  static {
    for (int row = 0; row < MULTIPLIERS.length; row++) {
      MULTIPLIERS[row] = (int) TextHash.mixed(row + 1) | 1;
    }
  }

  private final int[] minima = new int[MULTIPLIERS.length];

  /** Finds the minima of a set of hashes. */
  void read(LongArrayList hashes) {
    int[] smallest = minima;
    int[] multipliers = MULTIPLIERS;
    Arrays.fill(smallest, Integer.MAX_VALUE);
    for (int at = 0; at < hashes.size(); at++) {
      int hash = (int) hashes.getLong(at);
      // Of 32 bits, so that a processor takes several rows in one step.
      for (int row = 0; row < smallest.length; row++) {
        smallest[row] = Math.min(smallest[row], hash * multipliers[row]);
      }
    }
  }

  /** The unkeyed hash of a band of the set read last. */
  long band(int band) {
    long hash = band + 1L;
    for (int row = band * ROWS; row < (band + 1) * ROWS; row++) {
      hash = TextHash.mixed(hash * 31 + minima[row]);
    }
    return hash;
  }
}
