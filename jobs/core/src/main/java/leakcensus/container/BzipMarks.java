package leakcensus.container;

import java.io.IOException;
import java.util.Optional;

/**
 * Finds the marks before blocks and ends of bzip2 streams, at any bit. By chance, or by intent, a
 * mark may also stand inside a block, so each is a candidate only.
 *
 * <p>Source: the format is that of bzip2 1.0; the numbers are the digits of pi and of its root.
 */
final class BzipMarks {

  /** Bits of a mark. */
  static final int MARK_BITS = 48;

  static final long END_MARK = 0x1772_4538_5090L;
  private static final long BLOCK_MARK = 0x3141_5926_5359L;
  private static final long MASK = (1L << MARK_BITS) - 1;
  private static final int BUFFER_BYTES = 1 << 16;

  /**
   * A candidate.
   *
   * @param bit where it begins
   * @param isBlock whether a block follows, or else the end of a stream
   */
  record Mark(long bit, boolean isBlock) {}

  private final SeekableBytes file;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private final long firstBit;
  private long bufferStart;
  private int filled;
  private long bit;
  private long window;

  /** Marks that begin at this byte or later. */
  BzipMarks(SeekableBytes file, long fromByte) {
    this.file = file;
    bufferStart = fromByte;
    firstBit = fromByte * Byte.SIZE;
    bit = firstBit;
  }

  /**
   * The next mark that begins before a bit, if there is one; what lies behind is looked at later.
   */
  Optional<Mark> next(long beforeBit) throws IOException {
    while (bit - MARK_BITS < beforeBit) {
      int at = (int) (bit / Byte.SIZE - bufferStart);
      if (at >= filled && !fill(bit / Byte.SIZE)) {
        return Optional.empty();
      }
      int one = buffer[(int) (bit / Byte.SIZE - bufferStart)];
      for (int shift = Byte.SIZE - 1 - (int) (bit % Byte.SIZE); shift >= 0; shift--) {
        window = (window << 1 | one >> shift & 1) & MASK;
        bit++;
        boolean whole = bit - firstBit >= MARK_BITS;
        if (whole && (window == BLOCK_MARK || window == END_MARK)) {
          return Optional.of(new Mark(bit - MARK_BITS, window == BLOCK_MARK));
        }
      }
    }
    return Optional.empty();
  }

  private boolean fill(long fromByte) throws IOException {
    bufferStart = fromByte;
    filled = Math.max(0, file.readAt(fromByte, buffer, 0, BUFFER_BYTES));
    return filled > 0;
  }
}
