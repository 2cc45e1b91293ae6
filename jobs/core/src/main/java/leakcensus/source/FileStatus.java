package leakcensus.source;

import java.util.Locale;

/** What became of a file. */
public enum FileStatus {
  /** Read to its end. */
  READ,
  /** It has no bytes. */
  EMPTY,
  /** An earlier file of the same source has the same bytes; counted once. */
  DUPLICATE,
  /** It breaks off; what came before was read. */
  PARTIAL,
  /** It cannot be opened. */
  UNREADABLE;

  /** The name in tables. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
