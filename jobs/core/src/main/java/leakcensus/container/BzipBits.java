package leakcensus.container;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/** Bits of a bzip2 file: numbers, headers, and single blocks as the library can decode them. */
final class BzipBits {

  /** What comes with the end of a stream: mark and checksum. */
  static final int END_BITS = BzipMarks.MARK_BITS + Integer.SIZE;

  /** The header of a stream with blocks of 900 kB, which nearly all have. */
  private static final byte[] HEADER = {'B', 'Z', 'h', '9'};

  /** Blocks hold at most 900,000 bytes, which Huffman's codes of up to 20 bits cannot double. */
  static final long MOST_BLOCK_BITS = 8L * 2_400_000;

  private static final int CHECKSUM_AT = HEADER.length + BzipMarks.MARK_BITS / Byte.SIZE;

  private BzipBits() {}

  /** The 32 bits from this one on. */
  static int number(SeekableBytes file, long bit) throws IOException {
    byte[] bytes = read(file, bit / Byte.SIZE, Integer.BYTES + 1);
    long all = 0;
    for (byte one : bytes) {
      all = all << Byte.SIZE | one & 0xFF;
    }
    return (int) (all >>> (Byte.SIZE - bit % Byte.SIZE));
  }

  /**
   * The bit behind the header of a stream that begins at this byte; the number of bits of the file
   * where it ends there, and -1 where something else stands there.
   */
  static long behindHeader(SeekableBytes file, long fromByte) throws IOException {
    if (fromByte == file.size()) {
      return file.size() * Byte.SIZE;
    }
    byte[] found = read(file, fromByte, HEADER.length);
    return Arrays.equals(found, HEADER) ? (fromByte + HEADER.length) * Byte.SIZE : -1;
  }

  /** The same for what stands behind an end mark. */
  static long behindEnd(SeekableBytes file, long endMark) throws IOException {
    return behindHeader(file, (endMark + END_BITS + Byte.SIZE - 1) / Byte.SIZE);
  }

  /** The text of the block between two marks; empty if that is no whole block. */
  static Optional<byte[]> text(SeekableBytes file, long from, long to) throws IOException {
    if (to - from < END_BITS || to - from > MOST_BLOCK_BITS) {
      return Optional.empty();
    }
    byte[] stream = streamOf(file, from, to);
    ByteArrayOutputStream text = new ByteArrayOutputStream(1 << 20);
    try (BZip2CompressorInputStream decoder =
        new BZip2CompressorInputStream(new ByteArrayInputStream(stream), false)) {
      decoder.transferTo(text);
      return Optional.of(text.toByteArray());
    } catch (IOException | RuntimeException noBlock) {
      // All bits are in memory, so it is they that make no block.
      return Optional.empty();
    }
  }

  /** A stream of this block alone, whose checksum is that of the block. */
  private static byte[] streamOf(SeekableBytes file, long from, long to) throws IOException {
    int bits = Math.toIntExact(to - from);
    int shift = (int) (from % Byte.SIZE);
    byte[] raw = read(file, from / Byte.SIZE, (shift + bits + Byte.SIZE - 1) / Byte.SIZE);
    byte[] stream = new byte[HEADER.length + (bits + END_BITS + Byte.SIZE - 1) / Byte.SIZE];
    System.arraycopy(HEADER, 0, stream, 0, HEADER.length);
    for (int at = 0; at * Byte.SIZE < bits; at++) {
      int first = (raw[at] & 0xFF) << shift;
      int second = at + 1 < raw.length ? (raw[at + 1] & 0xFF) << shift >>> Byte.SIZE : 0;
      stream[HEADER.length + at] = (byte) (first | second);
    }
    long checksum = 0;
    for (int at = CHECKSUM_AT; at < CHECKSUM_AT + Integer.BYTES; at++) {
      checksum = checksum << Byte.SIZE | stream[at] & 0xFF;
    }
    int end = HEADER.length * Byte.SIZE + bits;
    put(stream, end, BzipMarks.END_MARK, BzipMarks.MARK_BITS);
    put(stream, end + BzipMarks.MARK_BITS, checksum, Integer.SIZE);
    return stream;
  }

  private static void put(byte[] stream, int at, long number, int bits) {
    for (int bit = 0; bit < bits; bit++) {
      int place = at + bit;
      int mask = 1 << (Byte.SIZE - 1 - place % Byte.SIZE);
      boolean set = (number >>> (bits - 1 - bit) & 1) == 1;
      int old = stream[place / Byte.SIZE];
      stream[place / Byte.SIZE] = (byte) (set ? old | mask : old & ~mask);
    }
  }

  private static byte[] read(SeekableBytes file, long position, int length) throws IOException {
    byte[] bytes = new byte[length];
    int filled = 0;
    while (filled < length) {
      int read = file.readAt(position + filled, bytes, filled, length - filled);
      if (read < 0) {
        return bytes;
      }
      filled += read;
    }
    return bytes;
  }
}
