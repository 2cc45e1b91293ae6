package leakcensus.container;

import java.util.Locale;

/** Which archive a stream is, by its first bytes. */
public enum Archive {
  /** None, as far as its first bytes tell. */
  NONE,
  /** zip, also one that is an office document. */
  ZIP,
  /** tar with a right checksum in its first header, of any dialect. */
  TAR,
  /** 7z. */
  SEVEN_ZIP;

  /** The name in tables, such as {@code seven-zip}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
