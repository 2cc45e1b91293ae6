package leakcensus.synthetic;

/**
 * Spoils the first character of a line that is not ASCII; every record of this simulator has one.
 */
final class BadByte {

  private static final byte NEVER_IN_UTF_8 = (byte) 0xFF;

  private BadByte() {}

  static void spoil(byte[] line) {
    for (int i = 0; i < line.length; i++) {
      if (line[i] < 0) {
        line[i] = NEVER_IN_UTF_8;
        return;
      }
    }
    throw new IllegalStateException(
        "Missing character above ASCII: %d bytes".formatted(line.length));
  }
}
