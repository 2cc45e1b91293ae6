package leakcensus.pseudonym;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * One code for a sequence of keyed codes, so that their texts are not hashed again: the polynomial
 * with these coefficients over the field of 2^128 elements, at the field's x.
 *
 * <p>Codes of different texts are independent, uniform numbers to whoever lacks the key, and the
 * powers of x below 128 are linearly independent; so two different sequences of at most 120 codes
 * get one code with a chance of 2^-128. Longer ones are enciphered after each 120, and go on.
 *
 * <p>The code is not for others' eyes: it is linear in what it was made of. Tokens are made of it
 * by {@link DomainTokens}. Not thread-safe.
 *
 * <p>Source: S2V, a code for a vector of texts of fewer than 128 parts, P. Rogaway, T. Shrimpton
 * (2006), A provable-security treatment of the key-wrap problem, EUROCRYPT; RFC 5297, section 2.4.
 */
public final class CodeChain {

  /** Codes between two encipherments; with the beginning still fewer than 128 powers. */
  static final int LONGEST = 120;

  /** What x^128 is in the field, less itself. */
  private static final long REDUCTION = 0x87;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final AesBlocks aes;
  private final byte[] block = new byte[AesBlocks.BYTES];
  private final byte[] sealed = new byte[AesBlocks.BYTES];
  private long high;
  private long low;
  private int length;

  /** Sequences of codes under one key. */
  public CodeChain(TokenKey key) {
    aes = new AesBlocks(key);
    begin();
  }

  /** Begins a sequence. */
  public void begin() {
    high = 0;
    // So that a sequence that begins with nothing is not a shorter one.
    low = 1;
    length = 0;
  }

  /** Adds a code, by its halves; both are 0 where there is no value. */
  public void add(long codeHigh, long codeLow) {
    if (length == LONGEST) {
      encipher();
      length = 0;
    }
    long carry = high < 0 ? REDUCTION : 0;
    high = (high << 1 | low >>> 63) ^ codeHigh;
    low = low << 1 ^ carry ^ codeLow;
    length++;
  }

  /** First half of the code of the sequence. */
  public long high() {
    return high;
  }

  /** Its other half. */
  public long low() {
    return low;
  }

  private void encipher() {
    LONGS.set(block, 0, high);
    LONGS.set(block, Long.BYTES, low);
    aes.encrypt(block, 1, sealed);
    high = (long) LONGS.get(sealed, 0);
    low = (long) LONGS.get(sealed, Long.BYTES);
    Arrays.fill(block, (byte) 0);
  }
}
