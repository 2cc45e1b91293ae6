package leakcensus.source;

/**
 * Where a record in quarantine stands.
 *
 * @param fileId number of the file
 * @param position byte offset of the record in its (decompressed) file, or its row number
 */
public record QuarantinePosition(int fileId, long position)
    implements Comparable<QuarantinePosition> {

  @Override
  public int compareTo(QuarantinePosition other) {
    int byFile = Integer.compare(fileId, other.fileId);
    return byFile != 0 ? byFile : Long.compare(position, other.position);
  }
}
