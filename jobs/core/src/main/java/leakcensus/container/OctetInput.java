package leakcensus.container;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Asks a decoder for one byte at a time, so that a read that fails gives what was decoded before.
 */
final class OctetInput extends InputStream {

  private final InputStream decoder;
  private Optional<IOException> failure = Optional.empty();

  OctetInput(InputStream decoder) {
    this.decoder = decoder;
  }

  @Override
  public int read() throws IOException {
    return decoder.read();
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (failure.isPresent()) {
      throw failure.get();
    }
    int filled = 0;
    try {
      while (filled < length) {
        int octet = decoder.read();
        if (octet < 0) {
          return filled == 0 ? -1 : filled;
        }
        target[offset + filled++] = (byte) octet;
      }
    } catch (IOException fault) {
      return give(filled, fault);
    } catch (RuntimeException fault) {
      // What hostile input makes of the decoder's tables.
      return give(filled, new BrokenPartException(EntryFault.CORRUPT));
    }
    return filled;
  }

  private int give(int filled, IOException fault) throws IOException {
    failure = Optional.of(fault);
    if (filled == 0) {
      throw fault;
    }
    return filled;
  }
}
