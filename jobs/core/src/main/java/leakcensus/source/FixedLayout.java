package leakcensus.source;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How the lines of a file of fixed columns are laid out.
 *
 * @param columns the columns, in any order; they may overlap
 * @param shortLines what a line is that ends before its last column
 */
public record FixedLayout(List<FixedColumn> columns, ShortLines shortLines)
    implements Serializable {

  /** What becomes of lines that end early. */
  public enum ShortLines {
    /** They have more or fewer fields than they should. */
    REFUSED,
    /** What they lack is empty: blanks at the end were cut off. */
    ALLOWED
  }

  public FixedLayout {
    columns = List.copyOf(columns);
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("Missing columns: name at least one");
    }
    Set<String> names = new HashSet<>();
    for (FixedColumn column : columns) {
      if (!names.add(column.name())) {
        throw new IllegalArgumentException(
            "Invalid column: %s (named twice)".formatted(column.name()));
      }
    }
  }

  /** The number of characters that a whole line has at least. */
  public int width() {
    return columns.stream().mapToInt(FixedColumn::end).max().orElseThrow();
  }

  public FixedColumn column(String name) {
    return columns.stream()
        .filter(column -> column.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("Unknown column: %s (no place)".formatted(name)));
  }
}
