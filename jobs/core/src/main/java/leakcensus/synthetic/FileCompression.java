package leakcensus.synthetic;

import java.util.Locale;

/** How whole files are compressed; Parquet compresses its pages itself and takes {@link #NONE}. */
public enum FileCompression {
  NONE(""),
  GZIP(".gz");

  private final String suffix;

  FileCompression(String suffix) {
    this.suffix = suffix;
  }

  /** The name in the configuration. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  String suffix() {
    return suffix;
  }
}
