package leakcensus;

import static org.assertj.core.api.Assertions.assertThat;

import io.trino.sql.parser.SqlParser;
import io.trino.sql.tree.CreateView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import leakcensus.pipeline.CensusRun;
import leakcensus.spark.table.CensusTables;
import leakcensus.spark.table.SummaryTable;
import leakcensus.testing.LocalSpark;
import leakcensus.testing.MadeUpLeak;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The views of {@code conf/sql} over a census, in the engines that BI tools ask. */
@ExtendWith(LocalSpark.class)
class BiViewsIT {

  private static final Path VIEWS = Path.of("../../conf/sql");

  @TempDir private static Path folder;

  private static SparkSession session;
  private static Connection duckdb;

  @BeforeAll
  static void openTables(SparkSession spark) throws SQLException {
    session = spark;
    duckdb = DriverManager.getConnection("jdbc:duckdb:");
    spark.conf().set("spark.sql.ansi.enabled", "true");
    spark.conf().set("spark.sql.ansi.doubleQuotedIdentifiers", "true");
    MadeUpLeak leak =
        MadeUpLeak.write(
            spark,
            folder.resolve("leak"),
            "synthesise.persons=900",
            "synthesise.noise.broken-ratio=0.02");
    CensusRun run =
        leak.count(
            spark,
            folder.resolve("out"),
            "read.max-quarantine-ratio=0.1",
            "population.compare=[china-2020]",
            "claims.seller.persons=1000000");
    for (SummaryTable table : CensusTables.all()) {
      String file = run.path() + "/" + table.name() + ".parquet";
      spark.sql("CREATE TABLE %s USING parquet LOCATION '%s'".formatted(table.name(), file));
      try (Statement statement = duckdb.createStatement()) {
        statement.execute(
            "CREATE VIEW %s AS SELECT * FROM read_parquet('%s')".formatted(table.name(), file));
      }
    }
  }

  @AfterAll
  static void close() throws SQLException {
    duckdb.close();
  }

  @ParameterizedTest
  @MethodSource("views")
  void saysTheSameInDuckDbAndInSpark(String view) throws SQLException, IOException {
    String sql = sql(view);
    session.sql(sql);
    try (Statement statement = duckdb.createStatement()) {
      statement.execute(sql);
    }

    List<String> inSpark = inSpark(view);
    List<String> inDuckDb = inDuckDb(view);

    assertThat(inDuckDb).isEqualTo(inSpark).hasSizeGreaterThan(1);
  }

  @ParameterizedTest
  @MethodSource("views")
  void speaksTheGrammarOfTrino(String view) throws IOException {
    CreateView parsed = (CreateView) new SqlParser().createStatement(sql(view));

    assertThat(parsed.getName().toString()).isEqualTo(view);
    assertThat(parsed.isReplace()).isTrue();
  }

  @Test
  void standInTheListOfViews() throws IOException {
    String readme = Files.readString(VIEWS.resolve("README.md"));

    assertThat(views()).hasSizeGreaterThan(9).allMatch(view -> readme.contains("`" + view + "`"));
  }

  static List<String> views() {
    try (Stream<Path> files = Files.list(VIEWS)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".sql"))
          .map(name -> name.substring(0, name.length() - ".sql".length()))
          .sorted()
          .toList();
    } catch (IOException fault) {
      throw new UncheckedIOException("Cannot list the views", fault);
    }
  }

  private static String sql(String view) throws IOException {
    return Files.readString(VIEWS.resolve(view + ".sql"));
  }

  /** The names of the columns, and the rows in the order of their text. */
  private static List<String> inSpark(String view) {
    List<String> lines = new ArrayList<>();
    for (Row row : session.table(view).collectAsList()) {
      List<String> cells = new ArrayList<>();
      for (int column = 0; column < row.size(); column++) {
        cells.add(text(row.get(column)));
      }
      lines.add(String.join(" | ", cells));
    }
    return sorted(String.join(" | ", session.table(view).columns()), lines);
  }

  private static List<String> inDuckDb(String view) throws SQLException {
    List<String> lines = new ArrayList<>();
    List<String> names = new ArrayList<>();
    try (Statement statement = duckdb.createStatement();
        ResultSet rows = statement.executeQuery("SELECT * FROM " + view)) {
      for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
        names.add(rows.getMetaData().getColumnName(column));
      }
      while (rows.next()) {
        List<String> cells = new ArrayList<>();
        for (int column = 1; column <= names.size(); column++) {
          cells.add(text(rows.getObject(column)));
        }
        lines.add(String.join(" | ", cells));
      }
    }
    return sorted(String.join(" | ", names), lines);
  }

  private static List<String> sorted(String names, List<String> lines) {
    List<String> sorted = new ArrayList<>(List.of(names));
    lines.stream().sorted().forEach(sorted::add);
    return sorted;
  }

  /** Engines may add in another order: the last digits of a double do not count. */
  private static String text(Object cell) {
    return cell instanceof Double real
        ? String.format(Locale.ROOT, "%.12g", real)
        : Objects.toString(cell);
  }
}
