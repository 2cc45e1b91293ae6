package leakcensus.spark.prepare;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;
import leakcensus.normalise.DateNormaliser;
import leakcensus.pseudonym.KeyedPermutation;
import leakcensus.pseudonym.TokenKey;

/**
 * Dates on their way to numbers of which each date has its own, and that tell nothing without the
 * key. Not thread-safe.
 */
final class PendingDates {

  /** Above all dates, written as one number from year to day. */
  private static final int BITS = 28;

  private static final int ROOM = 1 << 14;

  private final TokenKey key;
  private final IntArrayList tokens = new IntArrayList(ROOM);
  private final IntArrayList numbers = new IntArrayList(ROOM);
  private KeyedPermutation permutation;

  PendingDates(TokenKey key) {
    this.key = key;
  }

  /** Where a number goes. */
  interface Receiver {

    /**
     * Takes a number.
     *
     * @param token number of the token that it is for
     * @param number below 2^28
     */
    void take(int token, int number);
  }

  /** Asks for the number of a normalised value for a token, if it is a date. */
  void add(int token, String normal) {
    int date = DateNormaliser.number(normal);
    if (date > 0) {
      tokens.add(token);
      requireRoom();
      numbers.add(date);
    }
  }

  /** Hides all dates and hands them out. */
  void seal(Receiver receiver) {
    if (numbers.isEmpty()) {
      return;
    }
    if (permutation == null) {
      permutation = new KeyedPermutation(key, BITS);
    }
    permutation.replace(numbers.elements(), 0, numbers.size());
    for (int i = 0; i < tokens.size(); i++) {
      receiver.take(tokens.getInt(i), numbers.getInt(i));
    }
  }

  /** Forgets all dates. */
  void clear() {
    Arrays.fill(numbers.elements(), 0, numbers.size(), 0);
    tokens.clear();
    numbers.clear();
  }

  /** What is outgrown would be left behind with its dates. */
  private void requireRoom() {
    int[] dates = numbers.elements();
    if (numbers.size() == dates.length) {
      numbers.ensureCapacity(2 * dates.length);
      Arrays.fill(dates, 0);
    }
  }
}
