package leakcensus.night;

/**
 * A file that a night has counted. It never prints its path, since paths hold values too.
 *
 * @param source index of its source
 * @param path full path, a URI
 * @param parts pattern of the parts of a packed file that were read; empty for all
 * @param bytes length
 * @param modified when it was last changed, in milliseconds since 1970
 * @param packing how it is packed
 * @param duplicateOf number of the first file with the same bytes, or its own number
 */
public record NightFile(
    int source,
    String path,
    String parts,
    long bytes,
    long modified,
    String packing,
    int duplicateOf) {

  @Override
  public String toString() {
    return "NightFile[%d bytes]".formatted(bytes);
  }
}
