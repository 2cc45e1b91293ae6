package leakcensus.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Measures the header of a 7z before the library holds it in memory: its length, and if it is
 * packed, the length that it says it unpacks to.
 *
 * <p>Source: 7zFormat.txt of the LZMA SDK.
 */
final class SevenZipHeader {

  private static final int SIGNATURE_BYTES = 32;
  private static final int NEXT_OFFSET = 12;

  private static final int END = 0x00;
  private static final int PACK_INFO = 0x06;
  private static final int UNPACK_INFO = 0x07;
  private static final int SIZES = 0x09;
  private static final int CHECKSUMS = 0x0A;
  private static final int FOLDERS = 0x0B;
  private static final int UNPACK_SIZES = 0x0C;
  private static final int ENCODED_HEADER = 0x17;

  private final ByteBuffer header;

  private SevenZipHeader(ByteBuffer header) {
    this.header = header;
  }

  /**
   * Bytes that the header needs in memory.
   *
   * @param bytes the archive
   * @param most longest header that is looked into
   * @throws BrokenPartException if the header is none, or too long
   */
  static long unpackedBytes(SeekableBytes bytes, long most) throws IOException {
    ByteBuffer signature = read(bytes, 0, SIGNATURE_BYTES);
    long offset = signature.getLong(NEXT_OFFSET);
    long length = signature.getLong(NEXT_OFFSET + Long.BYTES);
    if (length < 0 || length > most) {
      throw new BrokenPartException(EntryFault.HEADER_TOO_LONG);
    }
    if (offset < 0 || offset > bytes.size() - SIGNATURE_BYTES - length) {
      throw new BrokenPartException(EntryFault.TRUNCATED);
    }
    ByteBuffer header = read(bytes, SIGNATURE_BYTES + offset, (int) length);
    if (length == 0 || header.get() != ENCODED_HEADER) {
      return length;
    }
    try {
      return length + new SevenZipHeader(header).packedSizes();
    } catch (RuntimeException fault) {
      // A buffer that is read behind its end, or a length that cannot be.
      throw new BrokenPartException(EntryFault.CORRUPT);
    }
  }

  private static ByteBuffer read(SeekableBytes bytes, long position, int length)
      throws IOException {
    byte[] read = new byte[length];
    int filled = 0;
    while (filled < length) {
      int some = bytes.readAt(position + filled, read, filled, length - filled);
      if (some < 0) {
        throw new BrokenPartException(EntryFault.TRUNCATED);
      }
      filled += some;
    }
    return ByteBuffer.wrap(read).order(ByteOrder.LITTLE_ENDIAN);
  }

  private long packedSizes() {
    int id = octet();
    if (id == PACK_INFO) {
      skipPackInfo();
      id = octet();
    }
    if (id != UNPACK_INFO || octet() != FOLDERS) {
      return 0;
    }
    int folders = count();
    if (octet() != 0) {
      return 0;
    }
    long outputs = 0;
    for (int i = 0; i < folders; i++) {
      outputs += skipFolder();
    }
    if (octet() != UNPACK_SIZES) {
      return 0;
    }
    long sum = 0;
    for (long i = 0; i < outputs; i++) {
      sum = Math.addExact(sum, number());
    }
    return sum;
  }

  private void skipPackInfo() {
    number();
    int streams = count();
    int id = octet();
    if (id == SIZES) {
      skipNumbers(streams);
      id = octet();
    }
    if (id == CHECKSUMS) {
      skipChecksums(streams);
      id = octet();
    }
    if (id != END) {
      throw new IllegalArgumentException("Invalid pack info: no end");
    }
  }

  private void skipChecksums(int streams) {
    int defined = streams;
    if (octet() == 0) {
      defined = 0;
      for (int i = 0; i < (streams + 7) / 8; i++) {
        defined += Integer.bitCount(octet());
      }
    }
    skipBytes(4L * defined);
  }

  /** Passes over a folder; number of its outputs. */
  private long skipFolder() {
    int coders = count();
    long inputs = 0;
    long outputs = 0;
    for (int i = 0; i < coders; i++) {
      int flags = octet();
      skipBytes(flags & 0x0F);
      boolean isComplex = (flags & 0x10) != 0;
      inputs += isComplex ? count() : 1;
      outputs += isComplex ? count() : 1;
      if ((flags & 0x20) != 0) {
        skipBytes(number());
      }
    }
    skipNumbers(2 * (outputs - 1));
    long packed = inputs - (outputs - 1);
    if (packed > 1) {
      skipNumbers(packed);
    }
    return outputs;
  }

  private void skipNumbers(long numbers) {
    for (long i = 0; i < numbers; i++) {
      number();
    }
  }

  private void skipBytes(long bytes) {
    header.position(Math.toIntExact(header.position() + bytes));
  }

  private int octet() {
    return header.get() & 0xFF;
  }

  private int count() {
    return Math.toIntExact(number());
  }

  /** A number whose first byte tells by its leading ones how many more follow. */
  private long number() {
    int first = octet();
    int mask = 0x80;
    long value = 0;
    for (int i = 0; i < 8; i++) {
      if ((first & mask) == 0) {
        return value + ((long) (first & mask - 1) << 8 * i);
      }
      value |= (long) octet() << 8 * i;
      mask >>= 1;
    }
    if (value < 0) {
      throw new IllegalArgumentException("Invalid number: negative");
    }
    return value;
  }
}
