package leakcensus.source;

import java.io.Serializable;

/**
 * A column at a fixed place of each line.
 *
 * @param name its name
 * @param start its first character; that of a line is 1
 * @param length how many characters it has
 */
public record FixedColumn(String name, int start, int length) implements Serializable {

  public FixedColumn {
    if (start < 1) {
      throw new IllegalArgumentException(
          "Invalid start of column %s: %d (the first character is 1)".formatted(name, start));
    }
    if (length < 1) {
      throw new IllegalArgumentException(
          "Invalid length of column %s: %d (must be >= 1)".formatted(name, length));
    }
    if (start > Integer.MAX_VALUE - length) {
      throw new IllegalArgumentException(
          "Invalid end of column %s: start %d with length %d".formatted(name, start, length));
    }
  }

  /** The number of characters that a line has at least. */
  public int end() {
    return start - 1 + length;
  }
}
