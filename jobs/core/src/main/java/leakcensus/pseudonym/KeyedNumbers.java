package leakcensus.pseudonym;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Numbers of 64 bits that stand for numbers of 64 bits and that only the key of the run tells.
 *
 * <pre>{@code
 * number -> first 64 bits of AES(purpose in one byte, 7 bytes of zero, number)
 * }</pre>
 *
 * <p>Two numbers of a billion come out equal with a probability of 3 %. AES under a secret key is a
 * pseudorandom permutation (FIPS 197), and half of its output a pseudorandom function. Many numbers
 * are replaced at once, since a call of the cipher costs more than a block. Not thread-safe.
 */
public final class KeyedNumbers {

  private static final int BLOCK = AesBlocks.BYTES;

  /** Tells the blocks of this use of the key from all others. */
  private static final long PURPOSE = 0xF6L << 56;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final AesBlocks aes;
  private byte[] plain = new byte[0];
  private byte[] sealed = new byte[0];

  /** The numbers under a key. */
  public KeyedNumbers(TokenKey key) {
    aes = new AesBlocks(key);
  }

  /** Replaces the first numbers of an array by those that stand for them. */
  public void replace(long[] numbers, int count) {
    room(count);
    for (int i = 0; i < count; i++) {
      LONGS.set(plain, i * BLOCK + Long.BYTES, numbers[i]);
    }
    aes.encrypt(plain, count, sealed);
    for (int i = 0; i < count; i++) {
      numbers[i] = (long) LONGS.get(sealed, i * BLOCK);
    }
  }

  private void room(int count) {
    if (plain.length < count * BLOCK) {
      plain = new byte[2 * count * BLOCK];
      sealed = new byte[plain.length];
      for (int at = 0; at < plain.length; at += BLOCK) {
        LONGS.set(plain, at, PURPOSE);
      }
    }
  }
}
