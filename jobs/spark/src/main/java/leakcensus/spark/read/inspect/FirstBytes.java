package leakcensus.spark.read.inspect;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The first bytes of a stream, and whether there are more. */
final class FirstBytes extends FilterInputStream {

  private long left;
  private boolean cut;

  FirstBytes(InputStream in, long most) {
    super(in);
    left = most;
  }

  /** Whether the stream goes on where this one has ended. */
  boolean isCut() {
    return cut;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (left == 0) {
      cut = cut || super.read() >= 0;
      return -1;
    }
    int read = super.read(target, offset, (int) Math.min(length, left));
    left -= Math.max(read, 0);
    return read;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
