package leakcensus.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import leakcensus.source.DelimitedOptions;
import leakcensus.source.DelimitedOptions.LineBreaks;
import leakcensus.source.DelimitedOptions.RaggedRows;
import leakcensus.source.RecordFormat;
import leakcensus.source.SqlOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SniffFormatTest {

  private static final char NONE = DelimitedOptions.NO_CHARACTER;

  private static final String ROW = "{\"name\":\"Ann\",\"tel\":[1,2]}\n";

  @Test
  void tellsTheWaysOfJsonApart() {
    assertFormat(ROW.repeat(3), new RecordFormat.JsonLines());
    assertFormat(ROW.repeat(3) + "{\"name\":\"Bo", new RecordFormat.JsonLines());
    assertFormat(ROW.repeat(3) + "broken\n", new RecordFormat.JsonLines());
    assertFormat("\n [\n  {\"name\":\"Ann\"},\n", new RecordFormat.Json(""));
    assertFormat("[" + ROW.strip() + ",", new RecordFormat.Json(""));
    assertFormat("{\n \"name\": \"Ann\"\n}\n{\n \"name\": \"Bo\"\n}\n", new RecordFormat.Json(""));
    assertFormat(
        "{\"index\":{\"_id\":1}}\n" + ROW + "{\"index\":{\"_id\":2}}\n" + ROW,
        new RecordFormat.ElasticsearchBulk());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "{\"took\":1,\"_shards\":{\"total\":5},\"hits\":{\"total\":{\"value\":9},\"hits\":[{\"_source\":{\"a\":1}~hits.hits",
        "{\"status\":\"ok\",\"sizes\":[1,2],\"data\":[{\"name\":\"Ann\"~data",
        "{\"a\":{\"b\":[[1],[2]],\"rows\":[{\"x\":1}]}}~a.rows"
      })
  void findsThePathToWrappedRecords(String head, String path) {
    assertFormat(head, new RecordFormat.Json(path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-- MySQL dump 10.13\n\nDROP TABLE IF EXISTS `u`;\nCREATE TABLE `u` (\n",
        "/*!40101 SET NAMES utf8 */;\nINSERT INTO `u` VALUES (1,'a,b');\n",
        "SET x = 1;\nCOPY public.users (id, name) FROM stdin;\n1\tAnn\n",
        "insert ignore into u values (1);"
      })
  void findsDumps(String head) {
    assertFormat(head, new RecordFormat.Sql(SqlOptions.allTables()));
  }

  @ParameterizedTest
  @ValueSource(chars = {',', '\t', ';', '|', '^', '~', '\u0001', ':'})
  void findsTheDelimiterAndTheHeader(char delimiter) {
    String header = "name,mobile,note\n".replace(',', delimiter);
    String rows =
        "Ann,13900000001,\"a, b; c\"\nBo,13900000002,x\n".replace(',', delimiter).repeat(5);

    assertFormat(header + rows, new RecordFormat.Delimited(delimiter, '"', List.of()));
    assertFormat(
        rows, new RecordFormat.Delimited(delimiter, '"', List.of("column1", "column2", "column3")));
  }

  @Test
  void findsLinesThatEndWithCarriageReturnsAlone() {
    String people = "name,tel\rAnn,1\rBo,2\rCy,3\r";

    assertFormat(people, new RecordFormat.Delimited(',', '"', List.of()));
    assertThat(SniffFormat.of(people)).isEqualTo(SniffFormat.of(people.replace('\r', '\n')));
  }

  @Test
  void saysHowManyLinesAreSoAndQuotesNothing() {
    SniffedFormat found = SniffFormat.of("name,tel\n" + "Ann,1\n".repeat(8) + "Bo\n").orElseThrow();

    assertThat(found.share()).isEqualTo(0.9);
    assertThat(found.evidence())
        .isEqualTo("2 fields in 90 % of the records, named by the first one");
  }

  @Test
  void findsAQuoteThatIsAnApostrophe() {
    assertFormat(
        "name,tel\n" + "'Ann, B',1\n".repeat(5), new RecordFormat.Delimited(',', '\'', List.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  \n",
        "one line of prose\nand another, with a comma\nand none\n",
        "a\nb\nc\n"
      })
  void findsNothingWhereNothingIs(String head) {
    assertThat(SniffFormat.of(head)).isEmpty();
  }

  @Test
  void refusesAShareThatIsNone() {
    assertThatThrownBy(() -> new SniffedFormat(new RecordFormat.JsonLines(), 0, "none"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid share of lines: 0.0 (must be a ratio in (0, 1])");
  }

  private static void assertFormat(String head, RecordFormat format) {
    assertThat(SniffFormat.of(head).map(SniffedFormat::format)).contains(format);
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void findsTheDialect(String row, RecordFormat.Delimited dialect) {
    String rows = row.repeat(40);

    SniffedFormat found = SniffFormat.of("name,address,phone\n" + rows).orElseThrow();

    assertThat(found.format()).isEqualTo(dialect);
  }

  static Stream<Arguments> dialects() {
    return Stream.of(
        dialect("Ann,\"1 Road\",123\n", '"', NONE, LineBreaks.END_RECORDS, RaggedRows.QUARANTINED),
        dialect(
            "Ann,\"1 Road\nTown\",123\n", '"', NONE, LineBreaks.IN_FIELDS, RaggedRows.QUARANTINED),
        dialect("Ann,\"5 inch,123\n", NONE, NONE, LineBreaks.END_RECORDS, RaggedRows.QUARANTINED),
        dialect(
            "Ann,1 Road\\, Town,123\n", '"', '\\', LineBreaks.END_RECORDS, RaggedRows.QUARANTINED),
        dialect("Ann,\\N,123\n", '"', '\\', LineBreaks.END_RECORDS, RaggedRows.QUARANTINED),
        dialect(
            "Ann,1 Road\\\nTown,123\n", '"', '\\', LineBreaks.IN_FIELDS, RaggedRows.QUARANTINED),
        dialect("Ann,C:\\home,123\n", '"', NONE, LineBreaks.END_RECORDS, RaggedRows.QUARANTINED),
        dialect(
            "Ann,1 Road,123\n".repeat(9) + "Bo,2 Road\n",
            '"',
            NONE,
            LineBreaks.END_RECORDS,
            RaggedRows.KEPT),
        dialect(
            "Ann,\"1 Road, Town\",123\n".repeat(9) + "Bo,\"2 Road,1\n",
            '"',
            NONE,
            LineBreaks.END_RECORDS,
            RaggedRows.QUARANTINED));
  }

  private static Arguments dialect(
      String row, char quote, char escape, LineBreaks lineBreaks, RaggedRows raggedRows) {
    return Arguments.of(
        row,
        new RecordFormat.Delimited(
            ',', quote, List.of(), new DelimitedOptions(escape, lineBreaks, raggedRows)));
  }

  @Test
  void namesColumnsOfOneNameAndOfNone() {
    RecordFormat.Delimited csv = new RecordFormat.Delimited(',', '"', List.of());

    assertThat(ListColumns.of(csv, "name,name,,\"a,b\"\nAnn,Bo,x,y\n"))
        .containsExactly("name", "name#2", "column3", "a,b");
  }
}
