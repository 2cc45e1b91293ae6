package leakcensus.source;

import java.io.Serializable;
import java.util.List;

/**
 * How a dump is read.
 *
 * @param table which tables hold records: a name, with or without its schema, in which {@code *}
 *     and {@code ?} stand for any characters
 * @param backslashes what a backslash in a string is
 * @param columns names of the columns of tables of which the dump does not name them; may be empty
 */
public record SqlOptions(String table, Backslashes backslashes, List<String> columns)
    implements Serializable {

  /** What a backslash in a string is. */
  public enum Backslashes {
    /** An escape, unless the dump says that it keeps to the standard or comes from SQLite. */
    AS_THE_DUMP_SAYS,
    /** An escape, as MySQL writes. */
    ESCAPES,
    /** A character as any other, as PostgreSQL and SQLite write. */
    CHARACTERS
  }

  public SqlOptions {
    columns = List.copyOf(columns);
    if (table.isEmpty()) {
      throw new IllegalArgumentException("Missing table: name one, or * for all");
    }
  }

  /** All tables, read as the dump says. */
  public static SqlOptions allTables() {
    return new SqlOptions("*", Backslashes.AS_THE_DUMP_SAYS, List.of());
  }
}
