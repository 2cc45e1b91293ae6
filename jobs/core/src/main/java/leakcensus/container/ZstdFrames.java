package leakcensus.container;

import com.github.luben.zstd.ZstdDecompressCtx;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.function.LongConsumer;

/**
 * Decodes frames of Zstandard that stand behind each other, skippable ones included, and tells what
 * stands behind the last one.
 *
 * <p>Memory: outside of the heap up to 128 MB, the largest window that the library takes by
 * default. Windows beyond that ({@code zstd --long=28} and more) are refused. Source: RFC 8878.
 */
final class ZstdFrames extends InputStream {

  private static final int BUFFER_BYTES = 1 << 17;
  private static final int MAGIC_BYTES = 4;

  private final InputStream in;
  private final LongConsumer unread;
  private final ZstdDecompressCtx decoder = new ZstdDecompressCtx();
  private final ByteBuffer packed = ByteBuffer.allocateDirect(BUFFER_BYTES).limit(0);
  private final ByteBuffer plain = ByteBuffer.allocateDirect(BUFFER_BYTES).limit(0);
  private final byte[] transfer = new byte[BUFFER_BYTES];
  private boolean inFrame;
  private boolean holdsMore;
  private boolean ended;

  /**
   * Decodes a stream.
   *
   * @param in the packed bytes
   * @param unread told the number of bytes behind the last frame
   */
  ZstdFrames(InputStream in, LongConsumer unread) {
    this.in = in;
    this.unread = unread;
  }

  /** Whether these bytes begin a frame, skippable or not. */
  static boolean startFrame(byte[] head) {
    if (head.length < MAGIC_BYTES) {
      return false;
    }
    int magic = ByteBuffer.wrap(head).getInt();
    return magic == 0x28B52FFD || (magic & 0xF0FFFFFF) == 0x502A4D18;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    while (!plain.hasRemaining()) {
      if (ended) {
        return -1;
      }
      if (inFrame) {
        decode();
      } else {
        startFrame();
      }
    }
    int given = Math.min(length, plain.remaining());
    plain.get(target, offset, given);
    return given;
  }

  @Override
  public void close() {
    decoder.close();
  }

  private void decode() throws IOException {
    if (!holdsMore && !packed.hasRemaining() && !fill()) {
      throw new EOFException();
    }
    plain.clear();
    try {
      inFrame = !decoder.decompressDirectByteBufferStream(plain, packed);
    } finally {
      plain.flip();
    }
    holdsMore = plain.limit() == plain.capacity();
  }

  private void startFrame() throws IOException {
    boolean more = true;
    while (more && packed.remaining() < MAGIC_BYTES) {
      more = fill();
    }
    byte[] head = new byte[Math.min(MAGIC_BYTES, packed.remaining())];
    packed.duplicate().get(head);
    if (startFrame(head)) {
      inFrame = true;
      holdsMore = false;
    } else {
      passOverRest();
    }
  }

  private void passOverRest() throws IOException {
    ended = true;
    long rest = 0;
    do {
      rest += packed.remaining();
      packed.position(packed.limit());
    } while (fill());
    if (rest > 0) {
      unread.accept(rest);
    }
  }

  private boolean fill() throws IOException {
    packed.compact();
    int read = in.read(transfer, 0, packed.remaining());
    if (read > 0) {
      packed.put(transfer, 0, read);
    }
    packed.flip();
    return read >= 0;
  }
}
