package leakcensus.format;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A part of a workbook that ends with a fault where it inflates beyond all measure, or where its
 * reader gets no further: what a reader holds is never more than it has read since.
 */
final class LimitedPart extends FilterInputStream {

  /** A sheet of a million rows and fifty columns has about 3 GB. */
  private static final long MAX_PART_BYTES = 1L << 34;

  private final long maxStandstillBytes;
  private long read;
  private long readAtProgress;

  LimitedPart(InputStream part, long maxStandstillBytes) {
    super(part);
    this.maxStandstillBytes = maxStandstillBytes;
  }

  /** Says that what was read so far is not held any more. */
  void progress() {
    readAtProgress = read;
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    count(one < 0 ? 0 : 1);
    return one;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int some = super.read(target, offset, length);
    count(Math.max(some, 0));
    return some;
  }

  private void count(int more) throws IOException {
    read += more;
    if (read > MAX_PART_BYTES) {
      throw new IOException("Invalid part: more than %d bytes".formatted(MAX_PART_BYTES));
    }
    if (read - readAtProgress > maxStandstillBytes) {
      throw new IOException(
          "Invalid part: more than %d bytes without an end".formatted(maxStandstillBytes));
    }
  }
}
