package leakcensus.pseudonym;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;

/**
 * A permutation of all numbers of 32 bits that only the key of the run tells: what was equal before
 * stays equal and what was different stays different, under every key.
 *
 * <p>A keyed hash of 32 bits would let two values collide under one key and not under another, so
 * that two runs over the same data could differ. A Feistel network has no collisions. Its eight
 * round functions are tables of AES under the key, read rather than computed.
 *
 * <p>Source: M. Luby, C. Rackoff (1988), How to construct pseudorandom permutations from
 * pseudorandom functions, SIAM J. Comput. 17, 373-386; eight rounds as NIST SP 800-38G (FF3-1).
 * Safe for many threads.
 */
public final class KeyedPermutation {

  private static final int ROUNDS = 8;
  private static final int HALVES = 1 << 16;
  private static final int BLOCK = 16;

  /** Tells the blocks of this use of the key from all others. */
  private static final byte PURPOSE = (byte) 0xF5;

  private final char[][] rounds = new char[ROUNDS][];

  /** The permutation of a key. */
  public KeyedPermutation(TokenKey key) {
    Cipher cipher = key.cipher();
    byte[] plain = new byte[HALVES * BLOCK];
    for (int round = 0; round < ROUNDS; round++) {
      for (int half = 0; half < HALVES; half++) {
        plain[half * BLOCK] = PURPOSE;
        plain[half * BLOCK + 1] = (byte) round;
        plain[half * BLOCK + 2] = (byte) (half >>> 8);
        plain[half * BLOCK + 3] = (byte) half;
      }
      rounds[round] = table(encrypted(cipher, plain));
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
    // Without a loop inside, a processor works on several numbers at a time while tables are read.
    for (int i = from; i < to; i++) {
      int left = numbers[i] >>> 16;
      int right = numbers[i] & 0xFFFF;
      left ^= first[right];
      right ^= second[left];
      left ^= third[right];
      right ^= fourth[left];
      left ^= fifth[right];
      right ^= sixth[left];
      left ^= seventh[right];
      right ^= eighth[left];
      numbers[i] = left << 16 | right;
    }
  }

  private static byte[] encrypted(Cipher cipher, byte[] plain) {
    try {
      return cipher.doFinal(plain);
    } catch (GeneralSecurityException fault) {
      throw new IllegalStateException("Cannot encrypt %d AES blocks".formatted(HALVES), fault);
    }
  }

  private static char[] table(byte[] sealed) {
    char[] table = new char[HALVES];
    for (int half = 0; half < HALVES; half++) {
      table[half] = (char) ((sealed[half * BLOCK] & 0xFF) << 8 | sealed[half * BLOCK + 1] & 0xFF);
    }
    return table;
  }
}
