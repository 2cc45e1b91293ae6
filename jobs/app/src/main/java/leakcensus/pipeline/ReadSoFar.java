package leakcensus.pipeline;

/**
 * How much of the files has been read. While they are read, it is what tasks have told; behind
 * that, what was counted.
 *
 * @param records records met, whether they can be used or not
 * @param quarantined those that cannot be used
 * @param bytes bytes of the files, packed as they are
 * @param bytesExpected bytes of all files that are to be read; 0 before they are known
 */
public record ReadSoFar(long records, long quarantined, long bytes, long bytesExpected) {

  /** Before anything is known. */
  static final ReadSoFar NOTHING = new ReadSoFar(0, 0, 0, 0);

  /** Part of the bytes that is read; a ratio in [0, 1]. */
  double ratio() {
    return bytesExpected == 0 ? 0 : (double) bytes / bytesExpected;
  }
}
