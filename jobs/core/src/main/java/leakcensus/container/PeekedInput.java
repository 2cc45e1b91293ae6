package leakcensus.container;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * A stream whose first bytes were looked at, and are given again. A failure behind them is given
 * when they are.
 */
final class PeekedInput extends InputStream {

  private final InputStream in;
  private final byte[] head;
  private int next;
  private final Optional<IOException> failure;

  private PeekedInput(InputStream in, byte[] head, Optional<IOException> failure) {
    this.in = in;
    this.head = head;
    this.failure = failure;
  }

  /**
   * Looks at the first bytes of a stream.
   *
   * @throws IOException if the stream fails before its first byte
   */
  static PeekedInput of(InputStream in) throws IOException {
    byte[] head = new byte[Sniff.HEAD_BYTES];
    int filled = 0;
    try {
      int read = 0;
      while (filled < head.length && read >= 0) {
        read = in.read(head, filled, head.length - filled);
        filled += Math.max(read, 0);
      }
      return new PeekedInput(in, Arrays.copyOf(head, filled), Optional.empty());
    } catch (IOException fault) {
      if (filled == 0 || !(fault instanceof BrokenPartException)) {
        throw fault;
      }
      return new PeekedInput(in, Arrays.copyOf(head, filled), Optional.of(fault));
    }
  }

  byte[] head() {
    return head.clone();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (next == head.length) {
      if (failure.isPresent()) {
        throw failure.get();
      }
      return in.read(target, offset, length);
    }
    int given = Math.min(length, head.length - next);
    System.arraycopy(head, next, target, offset, given);
    next += given;
    return given;
  }
}
