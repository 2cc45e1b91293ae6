import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Makes by DuckDB those tables of a census that SQL can make, from Parquet files of six columns:
 * <pre>java -cp duckdb.jar DuckDbTables.java FILES THREADS</pre> Makes them once for each line of standard input, and prints
 * seconds by table as a line of JSON, so that others can be timed in between.
 */
final class DuckDbTables {

  private static final String[] COLUMNS = {"name", "sex", "id_no", "birth_date", "mobile", "address"};

  private DuckDbTables() {}

  public static void main(String[] arguments) throws IOException, SQLException {
    String files = arguments[0].replace("'", "''");
    BufferedReader turns = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("SET threads = " + Integer.parseInt(arguments[1]));
      statement.execute("SET preserve_insertion_order = false");
      statement.execute("CREATE VIEW t AS SELECT " + String.join(", ", COLUMNS) + " FROM read_parquet('" + files + "')");
      String about = "\"version\": \"" + connection.getMetaData().getDatabaseProductVersion() + "\", \"rows\": " + first(statement, "SELECT count(*) FROM t");
      while (turns.readLine() != null) {
        // Both ways in turn: over the files, and over a table that is made of them first.
        System.out.println("{" + about + ", \"ways\": [" + round(statement, "files") + ", " + round(statement, "table") + "]}");
      }
    }
  }

  private static String round(Statement statement, String way) throws SQLException {
    double cpu = cpuSeconds();
    StringBuilder json = new StringBuilder("{\"way\": \"" + way + "\", \"seconds\": {");
    String border = "";
    if (way.equals("table")) {
      long start = System.nanoTime();
      statement.execute("CREATE OR REPLACE TEMP TABLE read AS SELECT * FROM t");
      json.append(String.format(Locale.ROOT, "\"read\": %.3f", (System.nanoTime() - start) / 1e9));
      border = ", ";
    }
    for (Map.Entry<String, String> query : queries(way.equals("table") ? "read" : "t").entrySet()) {
      long start = System.nanoTime();
      first(statement, query.getValue());
      json.append(border)
          .append(String.format(Locale.ROOT, "\"%s\": %.3f", query.getKey(), (System.nanoTime() - start) / 1e9));
      border = ", ";
    }
    return json.append(String.format(Locale.ROOT, "}, \"cpu_seconds\": %.3f}", cpuSeconds() - cpu)).toString();
  }

  /** Each result is fetched whole; the last number of the last row stands for it. */
  private static long first(Statement statement, String query) throws SQLException {
    long last = 0;
    try (ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        last = rows.getLong(rows.getMetaData().getColumnCount());
      }
    }
    return last;
  }

  private static Map<String, String> queries(String t) {
    Map<String, String> queries = new LinkedHashMap<>();
    StringBuilder presence = new StringBuilder("SELECT count(*)");
    StringBuilder mask = new StringBuilder("0");
    for (int i = 0; i < COLUMNS.length; i++) {
      String present = "(" + COLUMNS[i] + " IS NOT NULL AND trim(" + COLUMNS[i] + ") <> '')";
      presence.append(", count(*) FILTER ").append("(WHERE ").append(present).append(")");
      mask.append(" + ").append(present).append("::INT * ").append(1 << i);
    }
    queries.put("presence", presence + " FROM " + t);
    queries.put(
        "validity",
        "SELECT count(*) FILTER (WHERE regexp_full_match(id_no, '[1-9][0-9]{16}[0-9Xx]')),"
            + " count(*) FILTER (WHERE regexp_full_match(mobile, '(\\+?86)?[ -]?1[3-9][0-9]{9}')),"
            + " count(*) FILTER (WHERE regexp_full_match(birth_date, '(19|20)[0-9]{2}-?[01][0-9]-?[0-3][0-9]')),"
            + " count(*) FILTER (WHERE regexp_matches(name, '\\p{L}')),"
            + " count(*) FILTER (WHERE regexp_matches(address, '[\\p{L}\\p{N}]')),"
            + " count(*) FILTER (WHERE regexp_full_match(sex, '[MFmf12]|male|female|男|女')) FROM " + t);
    for (String column : COLUMNS) {
      queries.put("distinct_" + column, "SELECT count(DISTINCT " + column + ") FROM " + t);
    }
    queries.put("distinct_rows", "SELECT count(*) FROM (SELECT DISTINCT * FROM " + t + ")");
    for (String id : new String[] {"id_no", "mobile", "address"}) {
      queries.put(
          "frequencies_" + id,
          "SELECT k, count(*) AS f FROM (SELECT count(*) AS k FROM " + t + " WHERE " + id + " IS NOT NULL GROUP BY " + id
              + ") GROUP BY k ORDER BY k");
    }
    queries.put("combinations", "SELECT mask, count(*) FROM (SELECT " + mask + " AS mask FROM " + t + ") GROUP BY mask");
    return queries;
  }

  private static double cpuSeconds() {
    return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class).getProcessCpuTime() / 1e9;
  }
}
