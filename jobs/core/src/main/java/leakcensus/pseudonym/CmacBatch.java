package leakcensus.pseudonym;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;

/**
 * Computes the AES-CMAC of many short messages at once.
 *
 * <p>CMAC chains the blocks of one message, so a cipher call a block is the usual price; here each
 * call encrypts the next block of every message that still has one, which is several times cheaper
 * for short messages. Messages are added, sealed together, read by their number, and forgotten.
 *
 * <p>Source: NIST SP 800-38B; RFC 4493. Not thread-safe.
 */
public final class CmacBatch {

  private static final int BLOCK = 16;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final Cipher cipher;
  private final long[] completeSubkey;
  private final long[] paddedSubkey;

  private byte[] messages = new byte[1 << 16];
  private int used;
  private int[] starts = new int[1 << 10];
  private int[] ends = new int[1 << 10];
  private long[] high = new long[1 << 10];
  private long[] low = new long[1 << 10];
  private int count;

  private int[] active = new int[1 << 10];
  private byte[] plain = new byte[BLOCK << 10];
  private byte[] sealed = new byte[BLOCK << 10];

  /** A batch under one key. */
  public CmacBatch(TokenKey key) {
    cipher = key.cipher();
    long[] zero = {0, 0};
    completeSubkey = doubled(encryptOne(zero));
    paddedSubkey = doubled(completeSubkey);
  }

  /**
   * Adds a message: one byte that names its domain, then the text in UTF-8.
   *
   * @return the number of the message in this batch
   */
  public int add(int domain, String text) {
    return add(domain, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Adds a message: one byte that names its domain, then the content.
   *
   * @return the number of the message in this batch
   */
  public int add(int domain, byte[] content) {
    return add(domain, content, content.length);
  }

  /**
   * Adds a message: one byte that names its domain, then the first bytes of the content.
   *
   * @return the number of the message in this batch
   */
  public int add(int domain, byte[] content, int contentBytes) {
    int start = begin(contentBytes + 1);
    messages[start] = (byte) domain;
    System.arraycopy(content, 0, messages, start + 1, contentBytes);
    return finish(start, contentBytes + 1);
  }

  /** Computes the codes of all messages added since the last {@link #clear}. */
  public void seal() {
    growStates();
    Arrays.fill(high, 0, count, 0);
    Arrays.fill(low, 0, count, 0);
    for (int i = 0; i < count; i++) {
      active[i] = i;
    }
    int remaining = count;
    for (int offset = 0; remaining > 0; offset += BLOCK) {
      remaining = sealBlocks(remaining, offset);
    }
  }

  /** The first 64 bits of a sealed code. */
  public long high(int message) {
    return high[message];
  }

  /** The last 64 bits of a sealed code. */
  public long low(int message) {
    return low[message];
  }

  /** Memory that the messages take since the last {@link #clear}, in bytes. */
  public int messageBytes() {
    return used;
  }

  /** Forgets all messages and their codes. */
  public void clear() {
    Arrays.fill(messages, 0, used, (byte) 0);
    used = 0;
    count = 0;
  }

  private int begin(int messageBytes) {
    int padded = Math.max(BLOCK, Math.addExact(messageBytes, BLOCK - 1) / BLOCK * BLOCK);
    int needed = Math.addExact(used, padded);
    if (needed > messages.length) {
      messages = Arrays.copyOf(messages, Math.max(2 * messages.length, needed));
    }
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, 2 * count);
      ends = Arrays.copyOf(ends, 2 * count);
    }
    int start = used;
    used += padded;
    starts[count] = start;
    ends[count] = used;
    return start;
  }

  private int finish(int start, int messageBytes) {
    int last = ends[count] - BLOCK;
    boolean complete = messageBytes > 0 && messageBytes % BLOCK == 0;
    if (!complete) {
      messages[start + messageBytes] = (byte) 0x80;
    }
    long[] subkey = complete ? completeSubkey : paddedSubkey;
    LONGS.set(messages, last, (long) LONGS.get(messages, last) ^ subkey[0]);
    LONGS.set(messages, last + 8, (long) LONGS.get(messages, last + 8) ^ subkey[1]);
    return count++;
  }

  private int sealBlocks(int remaining, int offset) {
    for (int i = 0; i < remaining; i++) {
      int message = active[i];
      int block = starts[message] + offset;
      LONGS.set(plain, i * BLOCK, (long) LONGS.get(messages, block) ^ high[message]);
      LONGS.set(plain, i * BLOCK + 8, (long) LONGS.get(messages, block + 8) ^ low[message]);
    }
    encrypt(remaining);
    int kept = 0;
    for (int i = 0; i < remaining; i++) {
      int message = active[i];
      high[message] = (long) LONGS.get(sealed, i * BLOCK);
      low[message] = (long) LONGS.get(sealed, i * BLOCK + 8);
      if (starts[message] + offset + BLOCK < ends[message]) {
        active[kept++] = message;
      }
    }
    return kept;
  }

  private void growStates() {
    if (high.length < count) {
      high = new long[starts.length];
      low = new long[starts.length];
    }
    if (active.length < count) {
      active = new int[starts.length];
      plain = new byte[starts.length * BLOCK];
      sealed = new byte[starts.length * BLOCK];
    }
  }

  private void encrypt(int blocks) {
    try {
      cipher.update(plain, 0, blocks * BLOCK, sealed, 0);
    } catch (GeneralSecurityException fault) {
      throw new IllegalStateException("Cannot encrypt %d AES blocks".formatted(blocks), fault);
    }
  }

  private long[] encryptOne(long[] block) {
    LONGS.set(plain, 0, block[0]);
    LONGS.set(plain, 8, block[1]);
    encrypt(1);
    return new long[] {(long) LONGS.get(sealed, 0), (long) LONGS.get(sealed, 8)};
  }

  private static long[] doubled(long[] block) {
    long carry = block[0] < 0 ? 0x87 : 0;
    return new long[] {block[0] << 1 | block[1] >>> 63, block[1] << 1 ^ carry};
  }
}
