package leakcensus.pseudonym;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

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

  private static final int BLOCK = AesBlocks.BYTES;

  /** Beside the domain of a text that is written by two bytes a character. */
  private static final int WIDE = 0x80;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final AesBlocks aes;
  private final TextBytes writer = new TextBytes();
  private final long[] completeSubkey;
  private final long[] paddedSubkey;

  /** All messages; what lies behind them is 0. */
  private byte[] messages = new byte[1 << 16];

  private int used;

  private int[] starts = new int[1 << 10];

  /** End of each message without its padding. */
  private int[] ends = new int[1 << 10];

  private long[] high = new long[1 << 10];
  private long[] low = new long[1 << 10];
  private int count;

  private int[] active = new int[1 << 10];
  private byte[] plain = new byte[BLOCK << 10];
  private byte[] sealed = new byte[BLOCK << 10];

  /** A batch under one key. */
  public CmacBatch(TokenKey key) {
    aes = new AesBlocks(key);
    long[] zero = {0, 0};
    completeSubkey = doubled(encryptOne(zero));
    paddedSubkey = doubled(completeSubkey);
  }

  /**
   * Adds a message: one byte that names its domain and how the text is written, then the text.
   *
   * @param domain 0 to 127
   * @return the number of the message in this batch
   */
  public int add(int domain, String text) {
    int length = text.length();
    require(length);
    if (writer.writeAscii(text, messages, used + 1)) {
      return add(domain, used + 1 + length);
    }
    require(Math.multiplyExact(2, length));
    writer.writeWide(text, messages, used + 1);
    return add(domain | WIDE, used + 1 + 2 * length);
  }

  /**
   * Adds a message: one byte that names its domain, then the content.
   *
   * @param domain any byte; one above 127 is also that of text of two bytes a character
   * @return the number of the message in this batch
   */
  public int add(int domain, byte[] content) {
    return add(domain, content, content.length);
  }

  /**
   * Adds a message: one byte that names its domain, then the first bytes of the content.
   *
   * @param domain any byte; one above 127 is also that of text of two bytes a character
   * @return the number of the message in this batch
   */
  public int add(int domain, byte[] content, int contentBytes) {
    require(contentBytes);
    System.arraycopy(content, 0, messages, used + 1, contentBytes);
    return add(domain, used + 1 + contentBytes);
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
    wipeStates();
    writer.clear();
    used = 0;
    count = 0;
  }

  /** Adds the message whose content has been written behind all others, up to its end. */
  private int add(int domain, int end) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, 2 * count);
      ends = Arrays.copyOf(ends, 2 * count);
    }
    messages[used] = (byte) domain;
    starts[count] = used;
    ends[count] = end;
    used += (end - used + BLOCK - 1) / BLOCK * BLOCK;
    if (end < used) {
      messages[end] = (byte) 0x80;
    }
    return count++;
  }

  /** Makes room for the content of a message, its domain and its padding. */
  private void require(int contentBytes) {
    int needed = Math.addExact(Math.addExact(used, contentBytes), 2 * BLOCK);
    if (needed > messages.length) {
      byte[] outgrown = messages;
      messages = Arrays.copyOf(messages, Math.max(2 * messages.length, needed));
      Arrays.fill(outgrown, (byte) 0);
    }
  }

  private int sealBlocks(int remaining, int offset) {
    for (int i = 0; i < remaining; i++) {
      int message = active[i];
      int block = starts[message] + offset;
      long first = (long) LONGS.get(messages, block) ^ high[message];
      long second = (long) LONGS.get(messages, block + 8) ^ low[message];
      int left = ends[message] - block;
      if (left <= BLOCK) {
        long[] subkey = left == BLOCK ? completeSubkey : paddedSubkey;
        first ^= subkey[0];
        second ^= subkey[1];
      }
      LONGS.set(plain, i * BLOCK, first);
      LONGS.set(plain, i * BLOCK + 8, second);
    }
    aes.encrypt(plain, remaining, sealed);
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
      wipeStates();
      high = new long[starts.length];
      low = new long[starts.length];
      active = new int[starts.length];
      plain = new byte[starts.length * BLOCK];
      sealed = new byte[starts.length * BLOCK];
    }
  }

  /** First blocks of messages, and codes, which are the same for one text in two fields. */
  private void wipeStates() {
    int some = Math.min(count, high.length);
    Arrays.fill(plain, 0, some * BLOCK, (byte) 0);
    Arrays.fill(sealed, 0, some * BLOCK, (byte) 0);
    Arrays.fill(high, 0, some, 0);
    Arrays.fill(low, 0, some, 0);
  }

  private long[] encryptOne(long[] block) {
    LONGS.set(plain, 0, block[0]);
    LONGS.set(plain, 8, block[1]);
    aes.encrypt(plain, 1, sealed);
    return new long[] {(long) LONGS.get(sealed, 0), (long) LONGS.get(sealed, 8)};
  }

  private static long[] doubled(long[] block) {
    long carry = block[0] < 0 ? 0x87 : 0;
    return new long[] {block[0] << 1 | block[1] >>> 63, block[1] << 1 ^ carry};
  }
}
