package leakcensus.spark.read;

import java.util.Locale;
import leakcensus.container.Archive;
import leakcensus.container.Sniff;

/** How a file is packed, told by its first bytes and never by its name. */
public enum FilePacking {
  NONE,
  GZIP,
  BZIP2,
  XZ,
  ZSTD,
  ZIP,
  TAR,
  SEVEN_ZIP,
  /** An archive or compression that is not read. */
  UNSUPPORTED;

  /** How a file is packed that begins with these bytes. */
  public static FilePacking of(byte[] head) {
    Sniff sniff = Sniff.of(head);
    if (sniff.archive() != Archive.NONE) {
      return valueOf(sniff.archive().name());
    }
    if (sniff.content() == leakcensus.container.Content.UNSUPPORTED_ARCHIVE) {
      return UNSUPPORTED;
    }
    return valueOf(sniff.compression().name());
  }

  /** The name in tables. */
  public String key() {
    return this == SEVEN_ZIP ? "7z" : name().toLowerCase(Locale.ROOT);
  }
}
