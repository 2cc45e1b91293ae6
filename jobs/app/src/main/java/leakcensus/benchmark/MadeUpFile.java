package leakcensus.benchmark;

import java.nio.file.Path;

/**
 * A file of made-up records, and what must be found in it.
 *
 * @param path where it lies
 * @param textBytes its length before it was packed; of formats that are no text, its own length
 * @param content what stands in it
 */
record MadeUpFile(Path path, long textBytes, Content content) {

  /**
   * What stands in a file.
   *
   * @param records its records
   * @param characters length of all values that a census takes, in characters of Java
   * @param octets the same in bytes of UTF-8
   */
  record Content(long records, long characters, long octets) {}
}
