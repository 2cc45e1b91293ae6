package leakcensus.container;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Decodes gzip, member after member, and tells what stands behind the last one.
 *
 * <p>Java's own reader passes over junk in silence, and that of commons-compress holds a name as
 * long as the stream and loses what it has decoded of a read that fails; hence this one. Source:
 * RFC 1952.
 */
final class GzipMembers extends InputStream {

  private static final int BUFFER_BYTES = 1 << 16;
  private static final int HEADER_CHECKSUM = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int RESERVED = 0xE0;

  private final InputStream in;
  private final LongConsumer unread;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private final Inflater inflater = new Inflater(true);
  private final CRC32 checksum = new CRC32();
  private int next;
  private int filled;
  private boolean inMember;
  private boolean corrupt;
  private boolean ended;

  /**
   * Decodes a stream.
   *
   * @param in the packed bytes
   * @param unread told the number of bytes behind the last member
   */
  GzipMembers(InputStream in, LongConsumer unread) {
    this.in = in;
    this.unread = unread;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    while (!ended) {
      if (inMember) {
        int read = inflate(target, offset, length);
        if (read > 0) {
          return read;
        }
        finishMember();
      } else {
        startMember();
      }
    }
    return -1;
  }

  @Override
  public void close() {
    inflater.end();
  }

  private int inflate(byte[] target, int offset, int length) throws IOException {
    if (corrupt) {
      throw new BrokenPartException(EntryFault.CORRUPT);
    }
    long before = inflater.getBytesWritten();
    try {
      int read = 0;
      while (read == 0 && !inflater.finished()) {
        if (inflater.needsDictionary()) {
          throw new BrokenPartException(EntryFault.CORRUPT);
        }
        if (inflater.needsInput()) {
          require(1);
          inflater.setInput(buffer, next, filled - next);
          next = filled;
        }
        read = inflater.inflate(target, offset, length);
      }
      checksum.update(target, offset, read);
      return read;
    } catch (DataFormatException fault) {
      // What the same call has decoded before it failed stands.
      corrupt = true;
      int decoded = (int) (inflater.getBytesWritten() - before);
      return decoded > 0 ? decoded : inflate(target, offset, length);
    }
  }

  private void finishMember() throws IOException {
    next = filled - inflater.getRemaining();
    long expected = number() | number() << 16;
    long length = number() | number() << 16;
    if (expected != checksum.getValue() || length != (inflater.getBytesWritten() & 0xFFFFFFFFL)) {
      throw new BrokenPartException(EntryFault.CORRUPT);
    }
    inMember = false;
  }

  private void startMember() throws IOException {
    if (!fillTo(3) || octetAt(0) != 0x1F || octetAt(1) != 0x8B || octetAt(2) != 8) {
      passOverRest();
      return;
    }
    next += 3;
    int flags = octet();
    if ((flags & RESERVED) != 0) {
      throw new BrokenPartException(EntryFault.CORRUPT);
    }
    skip(6);
    if ((flags & EXTRA) != 0) {
      skip((int) number());
    }
    if ((flags & NAME) != 0) {
      skipText();
    }
    if ((flags & COMMENT) != 0) {
      skipText();
    }
    if ((flags & HEADER_CHECKSUM) != 0) {
      skip(2);
    }
    inflater.reset();
    checksum.reset();
    inMember = true;
  }

  private void passOverRest() throws IOException {
    ended = true;
    long rest = 0;
    while (fillTo(1)) {
      rest += filled - next;
      next = filled;
    }
    if (rest > 0) {
      unread.accept(rest);
    }
  }

  private void skipText() throws IOException {
    int octet = octet();
    while (octet != 0) {
      octet = octet();
    }
  }

  private void skip(int bytes) throws IOException {
    for (int i = 0; i < bytes; i++) {
      octet();
    }
  }

  private long number() throws IOException {
    return octet() | (long) octet() << 8;
  }

  private int octet() throws IOException {
    require(1);
    return buffer[next++] & 0xFF;
  }

  private int octetAt(int index) {
    return buffer[next + index] & 0xFF;
  }

  private void require(int bytes) throws IOException {
    if (!fillTo(bytes)) {
      throw new EOFException();
    }
  }

  private boolean fillTo(int bytes) throws IOException {
    if (filled - next < bytes) {
      System.arraycopy(buffer, next, buffer, 0, filled - next);
      filled -= next;
      next = 0;
    }
    while (filled - next < bytes) {
      int read = in.read(buffer, filled, buffer.length - filled);
      if (read < 0) {
        return false;
      }
      filled += read;
    }
    return true;
  }
}
