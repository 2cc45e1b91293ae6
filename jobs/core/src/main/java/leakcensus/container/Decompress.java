package leakcensus.container;

import java.io.InputStream;
import java.util.function.LongConsumer;

/** Opens the decoder of a compression. */
final class Decompress {

  private Decompress() {}

  /**
   * A guarded decoder; reads nothing yet.
   *
   * @param compression any but {@link Compression#NONE}
   * @param packed the packed bytes, which stay open
   * @param budget limits of the file
   * @param unread told of bytes behind the packed data
   */
  static GuardedInput open(
      Compression compression, InputStream packed, Budget budget, LongConsumer unread) {
    CountedInput counted = new CountedInput(packed);
    return new GuardedInput(
        decoder(compression, counted, budget, unread), counted, 0, budget, budget::unpack);
  }

  /** The decoder alone. */
  static InputStream decoder(
      Compression compression, InputStream packed, Budget budget, LongConsumer unread) {
    return switch (compression) {
      case GZIP -> new GzipMembers(packed, unread);
      case BZIP2 -> new PackedMembers(packed, PackedMembers.bzip2(), unread);
      case XZ -> new PackedMembers(packed, PackedMembers.xz(budget.decoderBytes()), unread);
      case ZSTD -> new ZstdFrames(packed, unread);
      case NONE -> throw new IllegalArgumentException("Missing compression: nothing to decode");
    };
  }
}
