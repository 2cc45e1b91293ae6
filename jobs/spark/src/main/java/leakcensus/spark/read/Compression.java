package leakcensus.spark.read;

/** How a file is compressed, told by its first bytes and never by its name. */
public enum Compression {
  NONE,
  GZIP;

  private static final int GZIP_FIRST = 0x1F;
  private static final int GZIP_SECOND = 0x8B;

  /** The compression of a file that starts with these bytes. */
  static Compression of(int firstByte, int secondByte) {
    return firstByte == GZIP_FIRST && secondByte == GZIP_SECOND ? GZIP : NONE;
  }

  /** The name in tables. */
  public String key() {
    return this == GZIP ? "gzip" : "none";
  }
}
