package leakcensus.container;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Counts what a decoder takes from the stream below it, and remembers how that failed.
 *
 * <p>To close it closes nothing: the stream below belongs to who opened it.
 */
final class CountedInput extends InputStream implements Below {

  private final InputStream in;
  private long bytesIn;
  private long allowedBytes = Long.MAX_VALUE;
  private boolean ended;
  private Optional<IOException> failure = Optional.empty();

  CountedInput(InputStream in) {
    this.in = in;
  }

  @Override
  public long bytesIn() {
    return bytesIn;
  }

  @Override
  public boolean ended() {
    return ended;
  }

  @Override
  public Optional<IOException> failure() {
    return failure;
  }

  /**
   * Lets a reader take so many bytes more and then breaks with {@link EntryFault#HEADER_TOO_LONG}.
   */
  void allow(long bytes) {
    allowedBytes = bytesIn > Long.MAX_VALUE - bytes ? Long.MAX_VALUE : bytesIn + bytes;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (bytesIn >= allowedBytes) {
      throw remember(new BrokenPartException(EntryFault.HEADER_TOO_LONG));
    }
    int read;
    try {
      read = in.read(target, offset, (int) Math.min(length, allowedBytes - bytesIn));
    } catch (IOException fault) {
      throw remember(fault);
    }
    ended |= read < 0;
    bytesIn += Math.max(read, 0);
    return read;
  }

  private IOException remember(IOException fault) {
    failure = Optional.of(fault);
    return fault;
  }
}
