package leakcensus.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import leakcensus.source.SplitTally;
import leakcensus.source.SqlOptions;

/** Lists the tables of a text dump, for an inventory. */
public final class SqlTables {

  /** An inventory takes no values, so rows are not held; names are. */
  private static final int MAX_NAME_BYTES = 1 << 12;

  private SqlTables() {}

  /**
   * The tables of a dump, those without rows too, in the order in which it names them.
   *
   * @param bytes the dump; it is read to its end and closed
   * @throws IOException if the stream cannot be read
   */
  public static List<SqlTable> list(InputStream bytes, Charset charset) throws IOException {
    Map<String, Long> tuples = new HashMap<>();
    FormatInput input =
        new FormatInput(bytes, charset, List.of(), MAX_NAME_BYTES, new SplitTally(0), 0);
    try (SqlDump dump = new SqlDump(input, SqlOptions.allTables())) {
      while (dump.next()) {
        // A table that is not remembered has too many others before it.
        if (dump.schema().isKnown(dump.table())) {
          tuples.merge(dump.table().toLowerCase(Locale.ROOT), 1L, Long::sum);
        }
      }
      return tables(dump.schema(), tuples);
    }
  }

  private static List<SqlTable> tables(SqlSchema schema, Map<String, Long> tuples) {
    List<SqlTable> tables = new ArrayList<>();
    for (SqlTable table : schema.tables()) {
      long rows = tuples.getOrDefault(table.name().toLowerCase(Locale.ROOT), 0L);
      tables.add(new SqlTable(table.name(), table.columns(), rows));
    }
    return tables;
  }
}
