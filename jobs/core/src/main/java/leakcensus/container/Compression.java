package leakcensus.container;

import java.util.Locale;

/** How a stream is compressed, by its first bytes. */
public enum Compression {
  /** It is not, as far as its first bytes tell. */
  NONE,
  /** RFC 1952. */
  GZIP,
  /** bzip2. */
  BZIP2,
  /** xz. */
  XZ,
  /** RFC 8878, Zstandard. */
  ZSTD;

  /** The name in tables, such as {@code gzip}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
