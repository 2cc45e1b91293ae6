package leakcensus.container;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.tukaani.xz.SingleXZInputStream;

/**
 * Decodes streams of bzip2 or xz that stand behind each other, and tells what stands behind the
 * last one.
 *
 * <p>Both decoders take no byte more than their stream has, given one at a time.
 */
final class PackedMembers extends InputStream {

  /** One of the two formats. */
  interface Format {

    /** Whether these four bytes begin another stream. */
    boolean starts(byte[] head);

    /** Whether four zeros may stand behind a stream. */
    boolean isPadded();

    InputStream open(InputStream in) throws IOException;
  }

  private static final int BUFFER_BYTES = 1 << 16;
  private static final int HEAD_BYTES = 4;

  private final InputStream in;
  private final Format format;
  private final LongConsumer unread;
  private Optional<InputStream> member = Optional.empty();
  private boolean ended;

  /**
   * Decodes a stream.
   *
   * @param in the packed bytes
   * @param format their format
   * @param unread told the number of bytes behind the last stream
   */
  PackedMembers(InputStream in, Format format, LongConsumer unread) {
    this.in = new BufferedInputStream(in, BUFFER_BYTES);
    this.format = format;
    this.unread = unread;
  }

  static Format bzip2() {
    return new Format() {
      @Override
      public boolean starts(byte[] head) {
        return head[0] == 'B'
            && head[1] == 'Z'
            && head[2] == 'h'
            && head[3] >= '1'
            && head[3] <= '9';
      }

      @Override
      public boolean isPadded() {
        return false;
      }

      @Override
      public InputStream open(InputStream in) throws IOException {
        return new OctetInput(new BZip2CompressorInputStream(in, false));
      }
    };
  }

  /** The format xz; a decoder that needs more memory than permitted is refused. */
  static Format xz(long memoryBytes) {
    int memoryKibibytes = (int) Math.min(memoryBytes / 1024, Integer.MAX_VALUE);
    return new Format() {
      @Override
      public boolean starts(byte[] head) {
        return Arrays.equals(head, new byte[] {(byte) 0xFD, '7', 'z', 'X'});
      }

      @Override
      public boolean isPadded() {
        return true;
      }

      @Override
      public InputStream open(InputStream in) throws IOException {
        return new SingleXZInputStream(in, memoryKibibytes);
      }
    };
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    while (!ended) {
      if (member.isEmpty()) {
        start();
      } else {
        int read = member.get().read(target, offset, length);
        if (read >= 0) {
          return read;
        }
        member = Optional.empty();
      }
    }
    return -1;
  }

  private void start() throws IOException {
    byte[] head = peek();
    while (format.isPadded() && Arrays.equals(head, new byte[HEAD_BYTES])) {
      in.skipNBytes(HEAD_BYTES);
      head = peek();
    }
    if (head.length == HEAD_BYTES && format.starts(head)) {
      member = Optional.of(format.open(in));
    } else {
      passOverRest();
    }
  }

  private byte[] peek() throws IOException {
    in.mark(HEAD_BYTES);
    byte[] head = in.readNBytes(HEAD_BYTES);
    in.reset();
    return head;
  }

  private void passOverRest() throws IOException {
    ended = true;
    long rest = 0;
    byte[] passed = new byte[BUFFER_BYTES];
    for (int read = in.read(passed); read >= 0; read = in.read(passed)) {
      rest += read;
    }
    if (rest > 0) {
      unread.accept(rest);
    }
  }
}
