package leakcensus.container;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/**
 * An entry of a zip held against length and checksum of its header, which the library leaves
 * unchecked.
 */
final class CheckedInput extends InputStream {

  private final InputStream in;
  private final long length;
  private final long checksum;
  private final CRC32 found = new CRC32();
  private long bytesOut;

  /**
   * Checks a stream at its end.
   *
   * @param in the bytes
   * @param length how many there must be, or -1 if unknown
   * @param checksum CRC-32 that they must have, or -1 if unknown
   */
  CheckedInput(InputStream in, long length, long checksum) {
    this.in = in;
    this.length = length;
    this.checksum = checksum;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int requested) throws IOException {
    int read = in.read(target, offset, requested);
    if (read < 0) {
      check();
      return -1;
    }
    found.update(target, offset, read);
    bytesOut += read;
    return read;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private void check() throws BrokenPartException {
    boolean wrongLength = length >= 0 && length != bytesOut;
    boolean wrongChecksum = checksum >= 0 && checksum != found.getValue();
    if (wrongLength || wrongChecksum) {
      throw new BrokenPartException(EntryFault.CORRUPT);
    }
  }
}
