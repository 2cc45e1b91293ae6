package leakcensus.source;

import java.io.Serializable;
import java.util.List;

/**
 * Columns whose contents, joined by a blank in this order, are one value; mostly a single column.
 *
 * @param names names of the columns, at least one
 */
public record JoinedColumns(List<String> names) implements Serializable {

  public JoinedColumns {
    names = List.copyOf(names);
    if (names.isEmpty()) {
      throw new IllegalArgumentException("Missing columns to join: name at least one");
    }
  }

  /** A single column. */
  public static JoinedColumns of(String name) {
    return new JoinedColumns(List.of(name));
  }
}
