package leakcensus.block;

import it.unimi.dsi.fastutil.longs.LongArrays;
import java.util.Arrays;

/**
 * Puts rows into ascending order of a key; rows of equal keys stay in the order in which they
 * stand.
 *
 * <p>Most keys are tokens, which are random. So the upper bits of a key and the number of its row
 * are packed into one value, and the values sorted where they are: an order that looks each key up
 * in its column waits for memory at every step, and takes some three times as long. Where the upper
 * bits of different keys are equal, which is rare among tokens, they are looked up after all.
 */
public final class RowOrder {

  /** Most rows that are inserted one by one. */
  private static final int FEW = 16;

  private RowOrder() {}

  /** Row numbers in the order of one column. */
  public static int[] by(long[] keys, int size) {
    int[] order = new int[size];
    if (size < 2) {
      return order;
    }
    long rowMask = (Long.highestOneBit(size - 1L) << 1) - 1;
    long[] packed = new long[size];
    for (int row = 0; row < size; row++) {
      packed[row] = keys[row] & ~rowMask | row;
    }
    SortTokens.sort(packed);
    int start = 0;
    for (int place = 0; place < size; place++) {
      order[place] = (int) (packed[place] & rowMask);
      if ((packed[place] & ~rowMask) != (packed[start] & ~rowMask)) {
        sort(order, start, place, keys);
        start = place;
      }
    }
    sort(order, start, size, keys);
    return order;
  }

  /** Row numbers in the order of a leading column, and of another one where that is equal. */
  public static int[] by(long[] keys, long[] then, int size) {
    int[] order = by(keys, size);
    int start = 0;
    for (int place = 0; place < size; place++) {
      if (keys[order[place]] != keys[order[start]]) {
        sort(order, start, place, then);
        start = place;
      }
    }
    sort(order, start, size, then);
    return order;
  }

  private static void sort(int[] order, int from, int to, long[] keys) {
    if (ascends(order, from, to, keys)) {
      return;
    }
    if (to - from > FEW) {
      // Of a part: fastutil looks up keys by what it is given, and makes room for as much again.
      int[] part = Arrays.copyOfRange(order, from, to);
      LongArrays.radixSortIndirect(part, keys, 0, part.length, true);
      System.arraycopy(part, 0, order, from, part.length);
      return;
    }
    for (int place = from + 1; place < to; place++) {
      int row = order[place];
      int before = place;
      while (before > from && keys[order[before - 1]] > keys[row]) {
        order[before] = order[--before];
      }
      order[before] = row;
    }
  }

  private static boolean ascends(int[] order, int from, int to, long[] keys) {
    for (int place = from + 1; place < to; place++) {
      if (keys[order[place - 1]] > keys[order[place]]) {
        return false;
      }
    }
    return true;
  }
}
