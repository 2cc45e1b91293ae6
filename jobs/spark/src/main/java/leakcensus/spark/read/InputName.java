package leakcensus.spark.read;

import java.util.Comparator;
import java.util.function.Predicate;

/**
 * What an entry of {@code files} names.
 *
 * @param path path of a file, a folder, or a pattern of such
 * @param parts pattern of the parts of a packed file, empty for all
 */
record InputName(String path, String parts) implements Comparable<InputName> {

  private static final String BORDER = "!/";

  /**
   * The name of an entry.
   *
   * @param isFolder whether there is a folder of a name: an exclamation mark at the end of one is
   *     no border
   */
  static InputName of(String entry, Predicate<String> isFolder) {
    int border = entry.indexOf(BORDER);
    while (border >= 0 && isFolder.test(entry.substring(0, border + 1))) {
      border = entry.indexOf(BORDER, border + 1);
    }
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
