package leakcensus.spark.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;

/** A stream that gives as many bytes at a time as it likes, as networks do. */
final class TricklingStream extends FilterInputStream {

  private final Random random;
  private final int most;

  TricklingStream(InputStream input, Random random, int most) {
    super(input);
    this.random = random;
    this.most = most;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    return super.read(bytes, offset, Math.min(length, 1 + random.nextInt(most)));
  }
}
