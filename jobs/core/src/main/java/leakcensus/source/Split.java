package leakcensus.source;

import java.io.Serializable;

/**
 * A part of a file that one task reads: all records that start inside it.
 *
 * @param source index of the source
 * @param fileId number of the file
 * @param start first byte
 * @param end byte behind the last one
 */
public record Split(int source, int fileId, long start, long end) implements Serializable {

  public Split {
    if (source < 0 || fileId < 0 || start < 0 || end < start) {
      throw new IllegalArgumentException(
          "Invalid split: source %d, file %d, bytes %d to %d"
              .formatted(source, fileId, start, end));
    }
  }
}
