package leakcensus.container;

import java.io.IOException;
import java.util.Optional;

/** What a decoder stands on: the packed bytes, and how they failed. */
interface Below {

  /** Packed bytes used so far. */
  long bytesIn();

  /** Whether a reader has met the end of the packed bytes. */
  boolean ended();

  /** The failure that a reader of the packed bytes was given, if any. */
  Optional<IOException> failure();

  /** Packed bytes whose number is known before, in a file. */
  static Below of(long bytes, Below file) {
    return new Below() {
      @Override
      public long bytesIn() {
        return bytes;
      }

      @Override
      public boolean ended() {
        return false;
      }

      @Override
      public Optional<IOException> failure() {
        return file.failure();
      }
    };
  }
}
