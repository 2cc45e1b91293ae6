package leakcensus.container;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * An entry without the compressions around it.
 *
 * @param in its bytes
 * @param sniff what they begin with, no compression
 * @param depth number of containers around them
 * @param layers streams to close, the outermost first
 */
record Peeled(PeekedInput in, Sniff sniff, int depth, List<InputStream> layers)
    implements Closeable {

  /**
   * Decodes one compression after the other.
   *
   * @param entry the entry as its archive gives it; closed where this fails
   * @param depth number of containers around it
   * @param budget limits of the file
   * @param unread told of bytes behind packed data
   * @throws BrokenPartException if there is not one byte in it, or too many containers
   * @throws IOException if the file below fails
   */
  static Peeled of(InputStream entry, int depth, Budget budget, LongConsumer unread)
      throws IOException {
    List<InputStream> layers = new ArrayList<>(List.of(entry));
    try {
      PeekedInput in = PeekedInput.of(entry);
      Sniff sniff = Sniff.of(in.head());
      int inside = depth;
      while (sniff.compression() != Compression.NONE) {
        inside++;
        requireDepth(inside, budget);
        InputStream decoder = Decompress.open(sniff.compression(), in, budget, unread);
        layers.add(decoder);
        in = PeekedInput.of(decoder);
        sniff = Sniff.of(in.head());
      }
      return new Peeled(in, sniff, inside, layers);
    } catch (IOException | RuntimeException fault) {
      closeAll(layers);
      throw fault;
    }
  }

  /** Whether there was any compression. */
  boolean wasPacked() {
    return layers.size() > 1;
  }

  /** Number of containers around the entries of the archive that this is. */
  int depthInside(Budget budget) throws BrokenPartException {
    int inside = sniff.archive() == Archive.TAR && wasPacked() ? depth : depth + 1;
    requireDepth(inside, budget);
    return inside;
  }

  @Override
  public void close() throws IOException {
    closeAll(layers);
  }

  private static void requireDepth(int depth, Budget budget) throws BrokenPartException {
    if (depth > budget.limits().maxDepth()) {
      throw new BrokenPartException(EntryFault.TOO_DEEP);
    }
  }

  private static void closeAll(List<InputStream> layers) throws IOException {
    for (int i = layers.size() - 1; i >= 0; i--) {
      layers.get(i).close();
    }
  }
}
