package leakcensus.spark.read;

import java.util.Comparator;

/**
 * What an entry of {@code files} names.
 *
 * @param path path of a file, a folder, or a pattern of such
 * @param parts pattern of the parts of a packed file, empty for all
 */
record InputName(String path, String parts) implements Comparable<InputName> {

  private static final String BORDER = "!/";

  /** The name of an entry; a path that ends in an exclamation mark cannot be told from a border. */
  static InputName of(String entry) {
    int border = entry.indexOf(BORDER);
    return border < 0
        ? new InputName(entry, "")
        : new InputName(entry.substring(0, border), entry.substring(border + BORDER.length()));
  }

  @Override
  public int compareTo(InputName other) {
    return Comparator.comparing(InputName::path)
        .thenComparing(InputName::parts)
        .compare(this, other);
  }
}
