package leakcensus.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import leakcensus.source.IntakeMeasure;
import leakcensus.source.SplitTally;
import leakcensus.source.SqlOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SqlDumpTest {

  private static final List<String> COLUMNS = List.of("id", "name");
  private static final String CREATE =
      "CREATE TABLE `t` (\n  `id` int NOT NULL COMMENT 'a, b)',\n  `name` varchar(9) DEFAULT ';',"
          + "\n  PRIMARY KEY (`id`),\n  KEY `n` (`name`)\n) ENGINE=InnoDB COMMENT='x;';\n";

  static List<Arguments> statements() {
    return List.of(
        row("INSERT INTO t (id, name) VALUES (1, 'ada'), (2,'bo');", "1|ada", "2|bo"),
        row("INSERT INTO t (name, x, id) VALUES ('ada', 0, 1);", "1|ada"),
        row(CREATE + "INSERT INTO `t` VALUES (1,'ada'),(2,NULL);", "1|ada", "2|"),
        row(CREATE + "REPLACE INTO t VALUES (1,'ada');", "1|ada"),
        row(CREATE + "INSERT IGNORE INTO t VALUES (1,'ada');", "1|ada"),
        row(CREATE + "INSERT OR REPLACE INTO t VALUES (1,'ada');", "1|ada"),
        row(CREATE + "insert low_priority into t value (1,'ada');", "1|ada"),
        row(CREATE + "INSERT INTO t VALUES ROW(1,'ada'), ROW(2,'bo');", "1|ada", "2|bo"),
        row(CREATE + "INSERT INTO db.t VALUES (1,'ada');", "1|ada"),
        row("INSERT INTO \"s\".\"t\" (\"id\", \"name\") VALUES (1, 'ada');", "1|ada"),
        row("INSERT INTO [dbo].[t] ([id], [name]) VALUES (1, N'ada')\nGO\n", "1|ada"),
        row("INSERT INTO t AS x (id, name) VALUES (1, 'ada');", "1|ada"),
        row("INSERT INTO t (id,name) OVERRIDING SYSTEM VALUE VALUES (1,'ada');", "1|ada"),
        row(
            "INSERT INTO t (id,name) VALUES (1,'a') ON DUPLICATE KEY UPDATE name='(2,''b'')';\n"
                + "INSERT INTO t (id,name) VALUES (3,'c') ON CONFLICT (id) DO NOTHING;",
            "1|a",
            "3|c"),
        row("INSERT INTO t (id,name) SELECT 1, 'ada';"),
        row("INSERT INTO t SET id=1, name='ada';", "bad-syntax"),
        row("INSERT INTO t VALUES (1,'ada');", "wrong-field-count"),
        row(
            CREATE + "INSERT INTO t VALUES (1,'ada',2),(3),(4,'bo');",
            "wrong-field-count",
            "wrong-field-count",
            "4|bo"),
        row(CREATE + "INSERT INTO t VALUES (1,'ada')", "1|ada"),
        row(
            CREATE + "INSERT INTO t VALUES\n(1,'ada')\nINSERT INTO t VALUES\n(2,'bo')\n",
            "1|ada",
            "2|bo"));
  }

  @ParameterizedTest(name = "[{index}]")
  @MethodSource("statements")
  void readsTheTuplesOfStatements(String dump, List<String> expected) {
    assertThat(read(dump, SqlOptions.allTables()).records()).isEqualTo(expected);
  }

  static List<Arguments> values() {
    return List.of(
        Arguments.of("'it''s'", "it's"),
        Arguments.of("'it\\'s'", "it's"),
        Arguments.of("'a\\\\'", "a\\"),
        Arguments.of("'a\\nb\\tc\\rd\\0e\\Zf\\\"g'", "a\nb\tc\rd\0e\u001af\"g"),
        Arguments.of("'50\\%\\_'", "50\\%\\_"),
        Arguments.of("'(1,''x''),(2'", "(1,'x'),(2"),
        Arguments.of("'-- no comment; /* none */ # none'", "-- no comment; /* none */ # none"),
        Arguments.of("\"dou\"\"ble\"", "dou\"ble"),
        Arguments.of("x'616461'", "ada"),
        Arguments.of("0x616461", "ada"),
        Arguments.of("0x00ff", "0x00ff"),
        Arguments.of("0x616", "0x616"),
        Arguments.of("_binary 'ada'", "ada"),
        Arguments.of("_utf8mb4'ada'", "ada"),
        Arguments.of("_binary 0x616461", "ada"),
        Arguments.of("N'ada'", "ada"),
        Arguments.of("E'a\\'b'", "a'b"),
        Arguments.of("NULL", ""),
        Arguments.of("null", ""),
        Arguments.of("-1.50e3", "-1.50e3"),
        Arguments.of("12345678901234567890", "12345678901234567890"),
        Arguments.of("true", "true"),
        Arguments.of("NOW()", "NOW()"),
        Arguments.of("concat('a,b', f(1,2))", "concat('a,b', f(1,2))"),
        Arguments.of("'2020-01-01'::date", "2020-01-01"),
        Arguments.of("ARRAY['a','b']", "ARRAY['a','b']"),
        Arguments.of("'a' || 'b'", "'a' || 'b'"),
        Arguments.of("/* a, b */ 'x'", "x"),
        Arguments.of("''", ""),
        Arguments.of("'\u738b'", "\u738b"));
  }

  @ParameterizedTest(name = "[{index}]")
  @MethodSource("values")
  void turnsValuesIntoText(String value, String expected) {
    String dump = "INSERT INTO t (id,name,z) VALUES (7, " + value + ", 8),(9,'z',1);";

    assertThat(read(dump, SqlOptions.allTables()).records())
        .containsExactly("7|" + expected, "9|z");
  }

  @Test
  void readsBackslashesAsTheDumpSays() {
    String insert = "INSERT INTO t (id,name) VALUES (1,'C:\\'),(2,E'it\\'s');";

    assertThat(
            read("SET standard_conforming_strings = on;\n" + insert, SqlOptions.allTables())
                .records())
        .containsExactly("1|C:\\", "2|it's");
    assertThat(read("PRAGMA foreign_keys=OFF;\n" + insert, SqlOptions.allTables()).records())
        .containsExactly("1|C:\\", "2|it's");
    assertThat(read(insert, options(SqlOptions.Backslashes.CHARACTERS)).records())
        .containsExactly("1|C:\\", "2|it's");
    assertThat(
            read(
                    "SET standard_conforming_strings = on;INSERT INTO t (id,name) VALUES(1,'\\'');",
                    options(SqlOptions.Backslashes.ESCAPES))
                .records())
        .containsExactly("1|'");
  }

  @Test
  void readsCopiedLines() {
    String dump =
        "SELECT pg_catalog.set_config('search_path', '', false);\n"
            + "CREATE TABLE public.t (\n    id integer,\n    name text,\n"
            + "    CONSTRAINT c CHECK ((id > 0))\n);\n"
            + "COPY public.t (id, name) FROM stdin;\n"
            + "1\tada\\tb\\\\c\\nd\\x41\\101\n"
            + "2\t\\N\r\n"
            + "3\n"
            + "\\.\n\n"
            + "COPY public.t FROM stdin WITH (FORMAT text);\n"
            + "4\t'; DROP\n"
            + "\\.\n"
            + "INSERT INTO public.t VALUES (5, 'x');\n";

    assertThat(read(dump, SqlOptions.allTables()).records())
        .containsExactly("1|ada\tb\\c\ndAA", "2|", "wrong-field-count", "4|'; DROP", "5|x");
  }

  @Test
  void choosesTablesByTheirNames() {
    String dump =
        "INSERT INTO a.users (id,name) VALUES (1,'x');\nINSERT INTO logs (id,name) VALUES (2,'y');\n"
            + "COPY users_old (id, name) FROM stdin;\n3\tz\n\\.\n";

    assertThat(read(dump, table("users")).records()).containsExactly("1|x");
    assertThat(read(dump, table("USERS*")).records()).containsExactly("1|x", "3|z");
    assertThat(read(dump, table("a.*")).records()).containsExactly("1|x");
    assertThat(read(dump, table("log?")).records()).containsExactly("2|y");
    ReadAll none = read(dump, table("persons"));
    assertThat(none.records()).isEmpty();
    assertThat(none.count(IntakeMeasure.SEPARATOR_BYTES)).isGreaterThan(20);
  }

  @Test
  void knowsWhatIsNoStatement() {
    String dump =
        "-- INSERT INTO t (id,name) VALUES (1,'a');\n# INSERT INTO t (id,name) VALUES (1,'a');\n"
            + "/* INSERT INTO t (id,name) VALUES (1,'a'); */\n"
            + "/*!40000 ALTER TABLE `t` DISABLE KEYS */;\n"
            + "/*!40101 SET NAMES utf8 */;\n\\restrict abc\n"
            + "DELIMITER ;;\nCREATE DEFINER=`r`@`%` PROCEDURE p()\nBEGIN\n"
            + "  INSERT INTO t (id,name) VALUES (2,'b');\nEND ;;\nDELIMITER ;\n"
            + "CREATE FUNCTION f() RETURNS int AS $body$\nBEGIN\n"
            + "INSERT INTO t (id,name) VALUES (3,'c');\nEND\n$body$ LANGUAGE plpgsql;\n"
            + "CREATE TRIGGER g AFTER INSERT ON t BEGIN\n"
            + "  INSERT INTO t (id,name) VALUES (CASE WHEN 1 THEN 2 END,'d'); SELECT 1;\nEND;\n"
            + "/*!50003 CREATE*/ /*!50017 DEFINER=`r`@`%`*/ /*!50003 VIEW v AS SELECT ';' */;\n"
            + "/*!40000 INSERT INTO t (id,name) VALUES (9,'z') */;\n"
            + "INSERT INTO t (id,name) VALUES (4,'e');\n";

    assertThat(read(dump, SqlOptions.allTables()).records()).containsExactly("9|z", "4|e");
  }

  static List<Arguments> badInputs() {
    return List.of(
        // A truncated INSERT: the tuples before stand.
        row("INSERT INTO t (id,name) VALUES (1,'ada'),(2,'b", "1|ada", "truncated"),
        row("INSERT INTO t (id,name) VALUES (1,'ada'),(2,'b'", "1|ada", "truncated"),
        row("INSERT INTO t (id,name) VALUES (1,'ada'),", "1|ada"),
        row("INSERT INTO t (id,na", "truncated"),
        row("SET x = 1; INSERT INTO t (id,na", "truncated"),
        row("INSERT INTO t (id,name) VALUES 1,'a');", "bad-syntax"),
        row("INSERT INTO t (id,name) ALUES (1,'a');", "bad-syntax"),
        row("INSERT INTO t (id,name) VALUES"),
        // A copy without its end.
        row("COPY t (id,name) FROM stdin;\n1\tada\n2\tb", "1|ada", "truncated"),
        // A quote that is not escaped costs its statement, not the next one.
        row(
            "INSERT INTO t (id,name) VALUES (1,'O'Brien'),(2,'x');\n"
                + "INSERT INTO t (id,name) VALUES (3,'y');\n",
            "bad-syntax",
            "3|y"),
        row(
            "INSERT INTO t (id,name) VALUES (1,'a';\nINSERT INTO t (id,name) VALUES (3,'y');",
            "bad-syntax",
            "3|y"));
  }

  @ParameterizedTest(name = "[{index}]")
  @MethodSource("badInputs")
  void losesNoMoreThanWhatIsBroken(String dump, List<String> expected) {
    assertThat(read(dump, SqlOptions.allTables()).records()).isEqualTo(expected);
  }

  @Test
  void countsADumpThatBreaksOff() {
    assertThat(partial("INSERT INTO t (id,name) VALUES (1,'a'),(2,")).isEqualTo(1);
    assertThat(partial("INSERT INTO t (id,name) VALUES (1,'a'),\n")).isEqualTo(1);
    assertThat(partial("COPY t (id,name) FROM stdin;\n1\ta\n")).isEqualTo(1);
    assertThat(partial("INSERT INTO t (id,name) VALUES (1,'a')")).isZero();
  }

  @Test
  void locatesTuplesByTheirBracket() {
    String dump = "INSERT INTO t (id,name) VALUES\n (1,'\u738b'),\n (2,'b');";

    assertThat(read(dump, SqlOptions.allTables()).positions()).containsExactly(32L, 44L);
  }

  @Test
  void passesOverATupleThatIsTooLong() {
    String dump = "INSERT INTO t (id,name) VALUES (1,'" + "x".repeat(200_000) + "'),(2,'b');";

    ReadAll read =
        ReadAll.of(
            dump.getBytes(StandardCharsets.UTF_8),
            COLUMNS,
            100,
            input -> new SqlDump(input, SqlOptions.allTables()));

    assertThat(read.records()).containsExactly("too-long", "2|b");
  }

  @Test
  void tellsBinaryValuesAsDigitsAndQuarantinesBytesThatAreNoText() throws IOException {
    ByteArrayOutputStream dump = new ByteArrayOutputStream();
    dump.write("INSERT INTO t (id,name) VALUES (1,_binary '".getBytes(StandardCharsets.UTF_8));
    dump.write(0xFF);
    dump.write("'),(2,'".getBytes(StandardCharsets.UTF_8));
    dump.write(0xFF);
    dump.write("'),(3,'c');".getBytes(StandardCharsets.UTF_8));

    ReadAll read =
        ReadAll.of(
            dump.toByteArray(), COLUMNS, 100, input -> new SqlDump(input, SqlOptions.allTables()));

    assertThat(read.records()).containsExactly("1|0xFF", "bad-charset", "3|c");
  }

  @Test
  void knowsCharactersThatEndLikeABackslash() {
    Charset charset = Charset.forName("GBK");
    // Its second byte is that of a backslash.
    String tricky = "\u8a94";
    byte[] dump =
        ("INSERT INTO t (id,name) VALUES (1,'" + tricky + "'),(2,'b');").getBytes(charset);

    ReadAll read =
        ReadAll.of(
            new ByteArrayInputStream(dump),
            charset,
            dump.length,
            COLUMNS,
            100,
            input -> new SqlDump(input, SqlOptions.allTables()));

    assertThat(read.records()).containsExactly("1|" + tricky, "2|b");
  }

  @Test
  void namesColumnsThatTheDumpDoesNot() {
    SqlOptions named =
        new SqlOptions("*", SqlOptions.Backslashes.AS_THE_DUMP_SAYS, List.of("id", "NAME"));

    assertThat(read("INSERT INTO t VALUES (1,'a');", named).records()).containsExactly("1|a");
  }

  @Test
  void rejectsNoTable() {
    assertThatThrownBy(() -> table(""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Missing table: name one, or * for all");
  }

  @Test
  void listsTables() throws IOException {
    String dump =
        CREATE
            + "CREATE TABLE IF NOT EXISTS empty_one (a int, key text, CHECK (a > 0));\n"
            + "INSERT INTO `T` VALUES (1,'a'),(2,'b');\nINSERT INTO u (x, y) VALUES (1,2);\n"
            + "COPY s.v (z) FROM stdin;\n1\n2\n3\n\\.\n";

    List<SqlTable> tables =
        SqlTables.list(
            new ByteArrayInputStream(dump.getBytes(StandardCharsets.UTF_8)),
            StandardCharsets.UTF_8);

    assertThat(tables)
        .containsExactly(
            new SqlTable("t", List.of("id", "name"), 2),
            new SqlTable("empty_one", List.of("a"), 0),
            new SqlTable("u", List.of("x", "y"), 1),
            new SqlTable("s.v", List.of("z"), 3));
  }

  private static long partial(String dump) {
    return read(dump, SqlOptions.allTables()).count(IntakeMeasure.PARTIAL);
  }

  private static SqlOptions table(String name) {
    return new SqlOptions(name, SqlOptions.Backslashes.AS_THE_DUMP_SAYS, List.of());
  }

  private static SqlOptions options(SqlOptions.Backslashes backslashes) {
    return new SqlOptions("*", backslashes, List.of());
  }

  private static Arguments row(String dump, String... expected) {
    return Arguments.of(dump, List.of(expected));
  }

  @Test
  void readsTheFirstStatementBehindTheByteOrderMarkOfALaterPart() throws IOException {
    String dump =
        "\uFEFFSET standard_conforming_strings = on;\nINSERT INTO t (name) VALUES ('a\\');\n";
    FormatInput part =
        new FormatInput(
            new ByteArrayInputStream(dump.getBytes(StandardCharsets.UTF_8)),
            StandardCharsets.UTF_8,
            List.of("name"),
            ReadAll.LIMIT,
            new SplitTally(3),
            100);

    try (SqlDump read = new SqlDump(part, SqlOptions.allTables())) {
      assertThat(read.next()).isTrue();
      assertThat(read.value(0)).isEqualTo("a\\");
    }
  }

  private static ReadAll read(String dump, SqlOptions options) {
    return ReadAll.of(dump, COLUMNS, input -> new SqlDump(input, options));
  }
}
