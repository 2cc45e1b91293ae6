package leakcensus.format;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;

/** Bytes of a compressed file that breaks off behind them. */
final class BrokenStream extends FilterInputStream {

  BrokenStream(byte[] bytes) {
    super(new ByteArrayInputStream(bytes));
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read = super.read(target, offset, length);
    if (read < 0) {
      throw new EOFException("Unexpected end of ZLIB input stream");
    }
    return read;
  }
}
