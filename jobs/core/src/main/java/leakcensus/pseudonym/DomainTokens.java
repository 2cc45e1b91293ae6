package leakcensus.pseudonym;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Turns keyed codes of 128 bits into tokens of 64 bits, one for each code and domain: the first
 * half of what AES makes of the code and the domain's mask, added bit by bit. So one code, which
 * may take many blocks to compute, serves many domains, and tokens of two domains have nothing to
 * do with each other for whoever lacks the key.
 *
 * <p>Codes are added, sealed together, read by their number, and forgotten, in this order. Not
 * thread-safe.
 *
 * <p>Source: hash, then encipher, as M. N. Wegman, J. L. Carter (1981), New hash functions and
 * their use in authentication and set equality, J. Comput. Syst. Sci. 22, 265-279; the masks are
 * AES-CMAC codes (NIST SP 800-38B) of their domains.
 */
public final class DomainTokens {

  private static final int BLOCK = AesBlocks.BYTES;
  private static final int DOMAINS = 0x80;

  /** Tells the messages of the masks from all others under the key. */
  private static final int MASK_DOMAIN = 0x7E;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final AesBlocks aes;
  private final CmacBatch masks;
  private byte[] codes = new byte[BLOCK << 10];
  private byte[] sealed = new byte[BLOCK << 10];
  private int count;

  /** Tokens under one key. */
  public DomainTokens(TokenKey key) {
    aes = new AesBlocks(key);
    masks = new CmacBatch(key);
    for (int domain = 0; domain < DOMAINS; domain++) {
      masks.add(MASK_DOMAIN, new byte[] {(byte) domain});
    }
    masks.seal();
  }

  /**
   * Asks for a token, which is there when all have been sealed.
   *
   * @param domain what it is a token of, 0 to 127
   * @param high first half of the code
   * @param low its other half
   * @return its number until all are forgotten
   */
  public int add(int domain, long high, long low) {
    int at = count * BLOCK;
    if (at == codes.length) {
      grow();
    }
    LONGS.set(codes, at, high ^ masks.high(domain));
    LONGS.set(codes, at + Long.BYTES, low ^ masks.low(domain));
    return count++;
  }

  /** First half of a domain's mask: a code that no text has. */
  public long maskHigh(int domain) {
    return masks.high(domain);
  }

  /** Its other half. */
  public long maskLow(int domain) {
    return masks.low(domain);
  }

  /** Computes all tokens asked for since the last {@link #clear}. */
  public void seal() {
    aes.encrypt(codes, count, sealed);
  }

  /** A sealed token; never 0, which stands for no value. */
  public long token(int number) {
    long token = (long) LONGS.get(sealed, number * BLOCK);
    return token == 0 ? 1 : token;
  }

  /** Forgets all of them. */
  public void clear() {
    Arrays.fill(codes, 0, count * BLOCK, (byte) 0);
    Arrays.fill(sealed, 0, count * BLOCK, (byte) 0);
    count = 0;
  }

  private void grow() {
    byte[] outgrown = codes;
    codes = Arrays.copyOf(codes, 2 * codes.length);
    sealed = new byte[codes.length];
    Arrays.fill(outgrown, (byte) 0);
  }
}
