package leakcensus.container;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Remembers the last bytes of a zip that streams by, to tell whether it came to its end: the
 * library takes one that breaks off between two entries for ended.
 */
final class ZipTail extends FilterInputStream {

  private static final int TAIL_BYTES = 1 << 10;
  private static final int[] END = {'P', 'K', 5, 6};

  private final byte[] tail = new byte[TAIL_BYTES];
  private long bytesRead;

  ZipTail(InputStream in) {
    super(in);
  }

  /**
   * Whether the end of a directory, with a comment that is not long, was among the last bytes read.
   */
  boolean hasEnd() {
    for (long at = Math.max(0, bytesRead - TAIL_BYTES); at + END.length <= bytesRead; at++) {
      if (isEnd(at)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read = in.read(target, offset, length);
    for (int i = Math.max(0, read - TAIL_BYTES); i < read; i++) {
      tail[(int) ((bytesRead + i) % TAIL_BYTES)] = target[offset + i];
    }
    bytesRead += Math.max(read, 0);
    return read;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private boolean isEnd(long at) {
    for (int i = 0; i < END.length; i++) {
      if (tail[(int) ((at + i) % TAIL_BYTES)] != END[i]) {
        return false;
      }
    }
    return true;
  }
}
