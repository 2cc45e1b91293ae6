package leakcensus.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import leakcensus.source.RecordCursor;
import leakcensus.source.SqlOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written in a format comes back as it was. */
class RoundTripTest {

  private static final int ROWS = 1_000;
  private static final long SEED = 20_261;

  static List<Arguments> formats() {
    return List.of(
        format("array", WriteFormats::jsonArray, json("")),
        format("documents", WriteFormats::jsonDocuments, json("")),
        format("concatenated", WriteFormats::jsonConcatenated, json("")),
        format("hits", WriteFormats::jsonHits, json("hits.hits")),
        format("bulk", WriteFormats::bulk, BulkLines::new),
        format("mysql", WriteFormats::mysql, sql()),
        format("standard sql", WriteFormats::standardSql, sql()),
        format("copy", WriteFormats::copy, sql()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("formats")
  void givesTextBack(
      String name,
      Function<List<List<String>>, String> writer,
      Function<FormatInput, RecordCursor> cursor) {
    List<List<String>> rows = new NastyRows(SEED, true).make(ROWS);

    ReadAll read = ReadAll.of(writer.apply(rows), NastyRows.COLUMNS, cursor);

    assertThat(read.records()).as(name).hasSize(ROWS);
    for (int row = 0; row < ROWS; row++) {
      assertThat(read.records().get(row)).as(name).isEqualTo(NastyRows.joined(rows).get(row));
    }
  }

  @Test
  void givesFixedColumnsBack() {
    List<List<String>> rows =
        new NastyRows(SEED, false)
            .make(ROWS).stream()
                .map(row -> row.stream().map(RoundTripTest::shortened).toList())
                .toList();

    ReadAll read =
        ReadAll.of(WriteFormats.fixedWidth(rows), NastyRows.COLUMNS, FormatFuzzTest::fixedWidth);

    assertThat(read.records()).isEqualTo(NastyRows.joined(rows));
  }

  @Test
  void givesAWorkbookBack() throws IOException {
    // Excel stores LF as line end, and cannot hold other control characters.
    List<List<String>> rows = new NastyRows(SEED, false).make(ROWS);

    ReadAll read =
        ReadAll.of(
            WriteFormats.workbook(rows),
            NastyRows.COLUMNS,
            ReadAll.LIMIT,
            input -> new Workbook(input, WorkbookOptions.allSheets()));

    assertThat(read.records()).isEqualTo(NastyRows.joined(rows));
  }

  @ParameterizedTest
  @ValueSource(strings = {"GB18030", "UTF-8"})
  void givesTextOfOtherCharsetsBack(String name) {
    Charset charset = Charset.forName(name);
    List<List<String>> rows = new NastyRows(SEED, true).make(ROWS);
    for (String text : List.of(WriteFormats.jsonArray(rows), WriteFormats.mysql(rows))) {
      byte[] bytes = text.getBytes(charset);

      ReadAll read =
          ReadAll.of(
              new ByteArrayInputStream(bytes),
              charset,
              bytes.length,
              NastyRows.COLUMNS,
              ReadAll.LIMIT,
              text.startsWith("[") ? json("") : sql());

      assertThat(read.records()).isEqualTo(NastyRows.joined(rows));
    }
  }

  @Test
  void readsAStreamThatGivesOneByteAtATime() {
    List<List<String>> rows = new NastyRows(SEED, true).make(50);
    byte[] text = WriteFormats.mysql(rows).getBytes(StandardCharsets.UTF_8);

    ReadAll read =
        ReadAll.of(
            new ByteArrayInputStream(text) {
              @Override
              public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, 1));
              }
            },
            StandardCharsets.UTF_8,
            text.length,
            NastyRows.COLUMNS,
            ReadAll.LIMIT,
            sql());

    assertThat(read.records()).isEqualTo(NastyRows.joined(rows));
  }

  static Function<FormatInput, RecordCursor> json(String records) {
    return input -> new JsonDocuments(input, records);
  }

  static Function<FormatInput, RecordCursor> sql() {
    return input -> new SqlDump(input, SqlOptions.allTables());
  }

  private static String shortened(String value) {
    int characters = value.codePointCount(0, value.length());
    return value.substring(0, value.offsetByCodePoints(0, Math.min(characters, 30))).strip();
  }

  private static Arguments format(
      String name,
      Function<List<List<String>>, String> writer,
      Function<FormatInput, RecordCursor> cursor) {
    return Arguments.of(name, writer, cursor);
  }
}
