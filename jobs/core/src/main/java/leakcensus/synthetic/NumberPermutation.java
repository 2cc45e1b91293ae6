package leakcensus.synthetic;

import leakcensus.synthetic.RandomStream.Purpose;

/**
 * A keyed permutation of the numbers 0 to size - 1 that needs no table: a Feistel network of four
 * rounds over the next even number of bits, walked until it falls inside.
 *
 * <p>Source: J. Black, P. Rogaway (2002), Ciphers with arbitrary finite domains, CT-RSA 2002,
 * 114-130.
 */
public final class NumberPermutation {

  private static final int ROUNDS = 4;
  private static final int MOST_BITS = 62;

  private final long size;
  private final int halfBits;
  private final long halfMask;
  private final long[] keys = new long[ROUNDS];

  /**
   * The permutation of one seed and purpose.
   *
   * @param size how many numbers there are, 1 to 2^62
   */
  public NumberPermutation(long seed, Purpose purpose, long size) {
    if (size < 1 || size > 1L << MOST_BITS) {
      throw new IllegalArgumentException(
          "Invalid size of a permutation: %d (must be 1 to 2^%d)".formatted(size, MOST_BITS));
    }

    this.size = size;
    this.halfBits = (Long.SIZE - Long.numberOfLeadingZeros(size - 1) + 1) / 2;
    this.halfMask = (1L << halfBits) - 1;
    for (int round = 0; round < ROUNDS; round++) {
      keys[round] = RandomStream.hash(seed, purpose, round, 0, 0);
    }
  }

  /** The place of a number; two numbers never share a place. */
  public long place(long number) {
    if (number < 0 || number >= size) {
      throw new IllegalArgumentException(
          "Invalid number: %d (must be 0 to %d)".formatted(number, size - 1));
    }

    long place = number;
    do {
      place = encrypt(place);
    } while (place >= size);
    return place;
  }

  private long encrypt(long number) {
    long left = number >>> halfBits;
    long right = number & halfMask;
    for (long key : keys) {
      long mixed = left ^ (RandomStream.mix(right + key) & halfMask);
      left = right;
      right = mixed;
    }
    return left << halfBits | right;
  }
}
