package leakcensus.canary;

/**
 * Bytes that give a canary away.
 *
 * @param canary the value
 * @param form how the bytes write it
 * @param bytes at least eight of them
 */
record CanaryPattern(Canary canary, String form, byte[] bytes) {

  static final int SHORTEST_BYTES = 8;

  CanaryPattern {
    if (bytes.length < SHORTEST_BYTES) {
      throw new IllegalArgumentException(
          "Invalid pattern of %s as %s: %d bytes (must be at least %d)"
              .formatted(canary, form, bytes.length, SHORTEST_BYTES));
    }
    bytes = bytes.clone();
  }

  @Override
  public String toString() {
    return canary + " as " + form;
  }
}
