package leakcensus.authenticity;

import it.unimi.dsi.fastutil.HashCommon;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import leakcensus.block.LongTable;
import leakcensus.pseudonym.KeyedNumbers;
import leakcensus.pseudonym.TokenKey;

/**
 * Hides the sequence numbers of checked ids so that only their distances within one area code and
 * birth date can be told, and not even those without equal cells having met.
 *
 * <pre>{@code
 * cell = area code and birth date       K = keyed number of the cell, 64 bits
 * hidden = leading 54 bits of K, then (sequence + last 10 bits of K) mod 1000 in 10 bits
 * }</pre>
 *
 * <p>The last ten bits of K are in no output: neither cell nor sequence number follows from what is
 * hidden, only differences modulo 1000. Of all cells one in {@link #CELLS_FOR_ONE} is taken, by a
 * hash without key, so that the choice is the same in every run. Not thread-safe.
 */
public final class HideSequences {

  /** Cells of which one is looked at, with all its ids. */
  public static final int CELLS_FOR_ONE = 16;

  /** Column of {@link #table()}: the hidden number. */
  public static final int HIDDEN = 0;

  static final int NUMBERS = 1_000;
  static final int NUMBER_BITS = 10;

  static final long NUMBER_MASK = (1L << NUMBER_BITS) - 1;
  private static final int CELL_DIGITS = 14;
  private static final int BODY_DIGITS = 17;

  private final KeyedNumbers keyed;
  private final LongArrayList cells = new LongArrayList();
  private final LongArrayList sequences = new LongArrayList();

  /** Hides under a key. */
  public HideSequences(TokenKey key) {
    keyed = new KeyedNumbers(key);
  }

  /** An empty table of hidden numbers. */
  public static LongTable table() {
    return new LongTable(1);
  }

  /** Takes a resident id of 18 characters that passes all checks, if its cell is looked at. */
  public void add(String id) {
    long cell = number(id, 0, CELL_DIGITS);
    if (isLookedAt(cell)) {
      cells.add(cell);
      sequences.add(number(id, CELL_DIGITS, BODY_DIGITS));
    }
  }

  /** All numbers hidden since the last call. */
  public LongTable take() {
    long[] names = cells.toLongArray();
    keyed.replace(names, names.length);
    LongTable hidden = table();
    for (int i = 0; i < names.length; i++) {
      long turned = (sequences.getLong(i) + (names[i] & NUMBER_MASK)) % NUMBERS;
      hidden.append(names[i] & ~NUMBER_MASK | turned);
    }
    cells.clear();
    sequences.clear();
    return hidden;
  }

  static boolean isLookedAt(long cell) {
    return Long.remainderUnsigned(HashCommon.mix(cell), CELLS_FOR_ONE) == 0;
  }

  private static long number(String digits, int from, int to) {
    long number = 0;
    for (int index = from; index < to; index++) {
      number = number * 10 + digits.charAt(index) - '0';
    }
    return number;
  }
}
