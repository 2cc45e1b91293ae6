package leakcensus.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import leakcensus.source.SqlOptions;

/**
 * Which columns the tables of a dump have, as far as it has told, and which tables are wanted.
 *
 * <p>Memory: the names, up to a limit; beyond it no more are remembered.
 */
final class SqlSchema {

  private static final int MAX_CHARACTERS = 1 << 23;

  private final Map<String, SqlTable> tables = new LinkedHashMap<>();
  private final NamePattern wanted;
  private final List<String> unnamed;
  private int characters;

  SqlSchema(SqlOptions options) {
    wanted = new NamePattern(options.table());
    unnamed = options.columns();
  }

  /** Remembers a table; columns that are known stay. */
  void remember(String table, List<String> columns) {
    SqlTable known = tables.get(key(table));
    if (known != null && (!known.columns().isEmpty() || columns.isEmpty())) {
      return;
    }
    int more = table.length() + columns.stream().mapToInt(String::length).sum();
    if (characters <= MAX_CHARACTERS - more) {
      characters += more;
      tables.put(key(table), new SqlTable(table, columns, 0));
    }
  }

  /** The columns of a table; empty if nobody has named them. */
  List<String> columns(String table) {
    SqlTable known = tables.get(key(table));
    List<String> columns =
        known == null || known.columns().isEmpty() ? bare(table) : known.columns();
    return columns.isEmpty() ? unnamed : columns;
  }

  /** Whether a table is remembered. */
  boolean isKnown(String table) {
    return tables.containsKey(key(table));
  }

  /** Whether the rows of a table are records. */
  boolean isWanted(String table) {
    return wanted.matches(table) || wanted.matches(unqualified(table));
  }

  /** The tables met so far, in the order of the dump, without their tuples. */
  List<SqlTable> tables() {
    return List.copyOf(tables.values());
  }

  /** Dumps qualify a name in one statement and not in the next. */
  private List<String> bare(String table) {
    return Optional.ofNullable(tables.get(key(unqualified(table))))
        .map(SqlTable::columns)
        .orElse(List.of());
  }

  private static String unqualified(String table) {
    return table.substring(table.lastIndexOf('.') + 1);
  }

  private static String key(String table) {
    return table.toLowerCase(Locale.ROOT);
  }
}
