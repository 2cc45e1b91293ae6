package leakcensus.format;

import java.util.List;

/**
 * A table of a dump.
 *
 * @param name its name, with the schema if the dump tells it
 * @param columns names of its columns; empty if the dump does not tell them
 * @param tuples how many rows the dump holds, broken ones too
 */
public record SqlTable(String name, List<String> columns, long tuples) {

  public SqlTable {
    columns = List.copyOf(columns);
    if (tuples < 0) {
      throw new IllegalArgumentException("Invalid tuples: %d (must be >= 0)".formatted(tuples));
    }
  }
}
