package leakcensus.spark.read.inspect;

/**
 * A file to look into.
 *
 * @param number its number in the inventory, from 1
 * @param path its path, a URI
 * @param bytes its length
 */
record FoundFile(int number, String path, long bytes) {

  private static final String LOCAL = "file:";

  /** The path as a configuration names it: of a local file without the scheme. */
  String name() {
    return path.startsWith(LOCAL + "/") ? path.substring(LOCAL.length()) : path;
  }

  /** Its number and length; paths can hold values. */
  @Override
  public String toString() {
    return "FoundFile[%d, %d bytes]".formatted(number, bytes);
  }
}
