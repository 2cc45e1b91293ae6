package leakcensus.authenticity;

import java.util.BitSet;
import leakcensus.block.LongTable;
import leakcensus.count.CountTable;
import leakcensus.count.Measure;

/**
 * Counts neighbours among the different sequence numbers of one area code and birth date, and ids
 * of cells that hold more than a day's births could fill.
 *
 * <p>Neighbours are at most {@link #NEAR} apart, around the end of the numbers as well: the hidden
 * numbers are turned by an amount that nobody knows.
 */
public final class CountSequences {

  /** Distance of neighbours: 1 where the sexes alternate, 2 within one sex. */
  static final int NEAR = 2;

  /**
   * More ids than this in one cell are a crowd: a county of 3 million with 12 births a thousand.
   */
  static final int CROWD = 100;

  private static final int ALL = CountTable.ALL_SOURCES;

  private CountSequences() {}

  /** Counts hidden numbers, of which all of one cell must be there. */
  public static CountTable count(LongTable hidden) {
    CountTable counts = new CountTable();
    int[] order = hidden.order(1);
    for (int start = 0; start < order.length; ) {
      long cell = cell(hidden, order[start]);
      BitSet numbers = new BitSet(HideSequences.NUMBERS);
      int end = start;
      while (end < order.length && cell(hidden, order[end]) == cell) {
        numbers.set(
            (int) (hidden.at(order[end], HideSequences.HIDDEN) & HideSequences.NUMBER_MASK));
        end++;
      }
      count(numbers, counts);
      start = end;
    }
    return counts;
  }

  private static void count(BitSet numbers, CountTable counts) {
    long ids = numbers.cardinality();
    long near = 0;
    for (int number = numbers.nextSetBit(0); number >= 0; number = numbers.nextSetBit(number + 1)) {
      for (int distance = 1; distance <= NEAR; distance++) {
        near += numbers.get((number + distance) % HideSequences.NUMBERS) ? 1 : 0;
      }
    }
    add(counts, SignCount.SEQUENCE_PAIRS, near, ids * (ids - 1) / 2 - near);
    add(counts, SignCount.SEQUENCE_IDS, ids > CROWD ? ids : 0, ids > CROWD ? 0 : ids);
  }

  private static void add(CountTable counts, SignCount count, long with, long without) {
    counts.add(Measure.SIGN_MENTIONS, ALL, count.ordinal(), SignCount.OTHER, with);
    counts.add(Measure.SIGN_MENTIONS, ALL, count.ordinal(), SignCount.SAME, without);
  }

  private static long cell(LongTable hidden, int row) {
    return hidden.at(row, HideSequences.HIDDEN) >>> HideSequences.NUMBER_BITS;
  }
}
