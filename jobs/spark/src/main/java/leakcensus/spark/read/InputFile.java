package leakcensus.spark.read;

/**
 * One file of the sample. It never prints its path, since paths hold values too, and for the same
 * reason it cannot be serialised with a function.
 *
 * @param id number of the file in this run
 * @param source index of its source
 * @param path full path, a URI
 * @param bytes length
 * @param compression how it is compressed
 * @param duplicateOf number of the first file with the same bytes, or its own number
 */
public record InputFile(
    int id, int source, String path, long bytes, Compression compression, int duplicateOf) {

  /** Whether an earlier file of the same source has the same bytes. */
  public boolean isDuplicate() {
    return duplicateOf != id;
  }

  @Override
  public String toString() {
    return "InputFile[%d, %d bytes]".formatted(id, bytes);
  }
}
