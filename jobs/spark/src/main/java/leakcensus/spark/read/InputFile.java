package leakcensus.spark.read;

/**
 * One file of the sample. It never prints its path, since paths hold values too, and for the same
 * reason it cannot be serialised with a function.
 *
 * @param id number of the file in this run
 * @param source index of its source
 * @param path full path, a URI
 * @param parts pattern of the names of the parts of a packed file that are read; empty for all
 * @param bytes length when it was listed
 * @param modified when it had last been changed then, in milliseconds since 1970
 * @param compression how it is packed
 * @param duplicateOf number of the first file with the same bytes, or its own number
 */
public record InputFile(
    int id,
    int source,
    String path,
    String parts,
    long bytes,
    long modified,
    FilePacking compression,
    int duplicateOf) {

  /** Stands in no path. */
  static final char BORDER = '\0';

  /** A file that is read whole. */
  public InputFile(
      int id, int source, String path, FileStamp stamp, FilePacking compression, int duplicateOf) {
    this(id, source, path, "", stamp.bytes(), stamp.modified(), compression, duplicateOf);
  }

  /** The same file under another number. */
  InputFile numbered(int number) {
    return new InputFile(number, source, path, parts, bytes, modified, compression, number);
  }

  /** The same file, a copy of another. */
  InputFile copyOf(int first) {
    return new InputFile(id, source, path, parts, bytes, modified, compression, first);
  }

  /** Whether an earlier file of the same source has the same bytes. */
  public boolean isDuplicate() {
    return duplicateOf != id;
  }

  /** Path and parts in one text, as a task is given them. */
  String location() {
    return parts.isEmpty() ? path : path + BORDER + parts;
  }

  /** Path and parts as they stand in a configuration. */
  public String name() {
    return parts.isEmpty() ? path : path + "!/" + parts;
  }

  @Override
  public String toString() {
    return "InputFile[%d, %d bytes]".formatted(id, bytes);
  }
}
