package leakcensus.spark.read;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import leakcensus.container.BrokenPartException;

/** The bytes of a packed part, which end where it breaks off as those of a file do. */
public final class PartInputStream extends FilterInputStream {

  /** Wraps the bytes that a cursor over parts gives. */
  public PartInputStream(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    try {
      return super.read();
    } catch (BrokenPartException broken) {
      throw ended();
    }
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    try {
      return super.read(target, offset, length);
    } catch (BrokenPartException broken) {
      throw ended();
    }
  }

  /** Why it broke off stands among what the container has refused. */
  private static EOFException ended() {
    return new EOFException("A packed part breaks off");
  }
}
