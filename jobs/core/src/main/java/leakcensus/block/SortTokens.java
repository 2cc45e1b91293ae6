package leakcensus.block;

import it.unimi.dsi.fastutil.longs.LongArrays;
import java.util.Arrays;

/**
 * Sorts tokens. They lie at random between the least and the greatest of their bucket: one pass by
 * as many bits of that distance as there are tokens leaves a few at each place, which are inserted
 * one by one. That takes a fifth of the time of fastutil's radix sort or the JDK's quicksort for a
 * hundred thousand of them; for values that are not random it is theirs.
 */
public final class SortTokens {

  /** Fewer are sorted as fast by the JDK. */
  private static final int MANY = 64;

  /** Most values that are inserted one by one. */
  private static final int FEW = 32;

  /** Places beyond these would not lie in a near cache. */
  private static final int MOST_BITS = 18;

  private SortTokens() {}

  /** Sorts values in ascending order. */
  public static void sort(long[] values) {
    if (values.length < MANY) {
      Arrays.sort(values);
      return;
    }
    long least = values[0];
    long most = values[0];
    for (long value : values) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    int bits = Math.min(MOST_BITS, Integer.SIZE - Integer.numberOfLeadingZeros(values.length) - 2);
    int shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(most - least) - bits);
    int[] ends = new int[1 << bits];
    for (long value : values) {
      ends[(int) (value - least >>> shift)]++;
    }
    for (int place = 1; place < ends.length; place++) {
      ends[place] += ends[place - 1];
    }
    long[] sorted = new long[values.length];
    int[] next = ends.clone();
    for (long value : values) {
      sorted[--next[(int) (value - least >>> shift)]] = value;
    }
    int start = 0;
    for (int end : ends) {
      sort(sorted, start, end);
      start = end;
    }
    System.arraycopy(sorted, 0, values, 0, values.length);
  }

  private static void sort(long[] values, int from, int to) {
    if (to - from > FEW) {
      LongArrays.radixSort(values, from, to);
      return;
    }
    for (int place = from + 1; place < to; place++) {
      long value = values[place];
      int before = place;
      while (before > from && values[before - 1] > value) {
        values[before] = values[--before];
      }
      values[before] = value;
    }
  }
}
