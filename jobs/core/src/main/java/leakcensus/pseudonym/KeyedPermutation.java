package leakcensus.pseudonym;

/**
 * A permutation of all numbers of some bits that only the key of the run tells: what was equal
 * before stays equal and what was different stays different, under every key.
 *
 * <p>A keyed hash of so few bits would let two values collide under one key and not under another,
 * so that two runs over the same data could differ. A Feistel network has no collisions. Its eight
 * round functions are tables of AES under the key, read rather than computed.
 *
 * <p>Source: M. Luby, C. Rackoff (1988), How to construct pseudorandom permutations from
 * pseudorandom functions, SIAM J. Comput. 17, 373-386; eight rounds as NIST SP 800-38G (FF3-1).
 * Safe for many threads.
 */
public final class KeyedPermutation {

  private static final int ROUNDS = 8;
  private static final int LEAST_BITS = 16;
  private static final int MOST_BITS = 32;
  private static final int BLOCK = AesBlocks.BYTES;

  /** Tells the blocks of this use of the key from all others. */
  private static final byte PURPOSE = (byte) 0xF5;

  private final char[][] rounds = new char[ROUNDS][];
  private final int halfBits;

  /** The permutation of all numbers of 32 bits under a key. */
  public KeyedPermutation(TokenKey key) {
    this(key, MOST_BITS);
  }

  /**
   * The permutation of all numbers below a power of two under a key.
   *
   * @param bits how many bits a number has: even, 16 to 32
   */
  public KeyedPermutation(TokenKey key, int bits) {
    if (bits < LEAST_BITS || bits > MOST_BITS || bits % 2 != 0) {
      throw new IllegalArgumentException(
          "Invalid bits: %d (must be even, 16 to 32)".formatted(bits));
    }
    halfBits = bits / 2;
    AesBlocks aes = new AesBlocks(key);
    byte[] plain = new byte[(1 << halfBits) * BLOCK];
    byte[] sealed = new byte[plain.length];
    for (int round = 0; round < ROUNDS; round++) {
      for (int half = 0; half < 1 << halfBits; half++) {
        plain[half * BLOCK] = PURPOSE;
        plain[half * BLOCK + 1] = (byte) round;
        plain[half * BLOCK + 2] = (byte) (half >>> 8);
        plain[half * BLOCK + 3] = (byte) half;
        plain[half * BLOCK + 4] = (byte) bits;
      }
      aes.encrypt(plain, 1 << halfBits, sealed);
      rounds[round] = table(sealed);
    }
  }

  /** Replaces the numbers of part of an array by those that stand for them. */
  public void replace(int[] numbers, int from, int to) {
    char[] first = rounds[0];
    char[] second = rounds[1];
    char[] third = rounds[2];
    char[] fourth = rounds[3];
    char[] fifth = rounds[4];
    char[] sixth = rounds[5];
    char[] seventh = rounds[6];
    char[] eighth = rounds[7];
    int mask = (1 << halfBits) - 1;
    // Without a loop inside, a processor works on several numbers at a time while tables are read.
    for (int i = from; i < to; i++) {
      int left = numbers[i] >>> halfBits;
      int right = numbers[i] & mask;
      left ^= first[right];
      right ^= second[left];
      left ^= third[right];
      right ^= fourth[left];
      left ^= fifth[right];
      right ^= sixth[left];
      left ^= seventh[right];
      right ^= eighth[left];
      numbers[i] = left << halfBits | right;
    }
  }

  private char[] table(byte[] sealed) {
    int mask = (1 << halfBits) - 1;
    char[] table = new char[1 << halfBits];
    for (int half = 0; half < table.length; half++) {
      int bits = (sealed[half * BLOCK] & 0xFF) << 8 | sealed[half * BLOCK + 1] & 0xFF;
      table[half] = (char) (bits & mask);
    }
    return table;
  }
}
