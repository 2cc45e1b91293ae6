package leakcensus.spark.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * A stream whose first bytes can be looked at before they are read. Where it breaks off among them,
 * it breaks off there again when it is read.
 */
public final class HeadInput extends FilterInputStream {

  private static final int PART_BYTES = 1 << 12;

  private final byte[] head;
  private final Optional<IOException> fault;
  private int next;

  private HeadInput(InputStream in, byte[] head, Optional<IOException> fault) {
    super(in);
    this.head = head;
    this.fault = fault;
  }

  /** A stream with its first bytes read; fewer where it ends or breaks off. */
  public static HeadInput of(InputStream in, int headBytes) {
    byte[] head = new byte[headBytes];
    int filled = 0;
    try {
      int read = 0;
      while (read >= 0 && filled < headBytes) {
        read = in.read(head, filled, Math.min(PART_BYTES, headBytes - filled));
        filled += Math.max(read, 0);
      }
    } catch (IOException broken) {
      return new HeadInput(in, Arrays.copyOf(head, filled), Optional.of(broken));
    }
    return new HeadInput(in, Arrays.copyOf(head, filled), Optional.empty());
  }

  /** The first bytes. */
  public byte[] head() {
    return head.clone();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (next < head.length) {
      int given = Math.min(length, head.length - next);
      System.arraycopy(head, next, target, offset, given);
      next += given;
      return given;
    }
    if (fault.isPresent()) {
      throw fault.get();
    }
    return super.read(target, offset, length);
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
