package leakcensus.pseudonym;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Objects;
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
  private final Utf8 utf8 = new Utf8();
  private final long[] completeSubkey;
  private final long[] paddedSubkey;

  private byte[] messages = new byte[1 << 16];
  private int used;

  /** End of the message that is open; what lies behind it is 0. */
  private int end;

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
    open(domain);
    append(text);
    return close();
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
    open(domain);
    require(contentBytes);
    System.arraycopy(content, 0, messages, end, contentBytes);
    end += contentBytes;
    return close();
  }

  /** Begins a message that is added piece by piece; until it is closed there is no other. */
  public void open(int domain) {
    if (end > used) {
      // One that was left open.
      Arrays.fill(messages, used, end, (byte) 0);
    }
    end = used;
    require(1);
    messages[end++] = (byte) domain;
  }

  /** Appends text in UTF-8 to the message that is open; a pair of surrogates comes in one piece. */
  public void append(String text) {
    requireOpen();
    require(Utf8.mostBytes(text));
    end = utf8.write(text, messages, end);
  }

  /** Where the text that is appended next begins, while a message is open, for {@link #repeat}. */
  public int place() {
    return end;
  }

  /**
   * Appends what was appended before, which is several times cheaper than its text.
   *
   * @param from {@link #place} before it was appended, since the last {@link #clear}
   * @param to {@link #place} behind it
   */
  public void repeat(int from, int to) {
    requireOpen();
    Objects.checkFromToIndex(from, to, end);
    require(to - from);
    System.arraycopy(messages, from, messages, end, to - from);
    end += to - from;
  }

  /** Appends a character below 128 to the message that is open. */
  public void append(char ascii) {
    if (ascii >= 0x80) {
      throw new IllegalArgumentException("Invalid character: above 127");
    }
    requireOpen();
    require(1);
    messages[end++] = (byte) ascii;
  }

  /**
   * Ends the message that is open.
   *
   * @return its number in this batch
   */
  public int close() {
    requireOpen();
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, 2 * count);
      ends = Arrays.copyOf(ends, 2 * count);
    }
    int messageBytes = end - used;
    int padded = (messageBytes + BLOCK - 1) / BLOCK * BLOCK;
    starts[count] = used;
    if (messageBytes < padded) {
      require(padded - messageBytes);
      messages[end] = (byte) 0x80;
    }
    used += padded;
    ends[count] = end;
    return count++;
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
    Arrays.fill(messages, 0, Math.max(used, end), (byte) 0);
    // Its first blocks are of messages as they stand.
    Arrays.fill(plain, 0, Math.min(plain.length, count * BLOCK), (byte) 0);
    utf8.clear();
    used = 0;
    end = 0;
    count = 0;
  }

  private void requireOpen() {
    if (end <= used) {
      throw new IllegalStateException("Missing message: none is open");
    }
  }

  /** Makes room for some bytes behind the end of the message that is open. */
  private void require(int bytes) {
    int needed = Math.addExact(Math.addExact(end, bytes), BLOCK);
    if (needed > messages.length) {
      messages = Arrays.copyOf(messages, Math.max(2 * messages.length, needed));
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
