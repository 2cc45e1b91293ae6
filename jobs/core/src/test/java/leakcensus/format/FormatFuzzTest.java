package leakcensus.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import leakcensus.source.FixedColumn;
import leakcensus.source.FixedLayout;
import leakcensus.source.RecordCursor;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever the bytes: every cursor ends, and every byte and record is accounted for. The property
 * {@code leakcensus.fuzz} sets how many inputs a format gets, {@code leakcensus.fuzz.seed} which.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FormatFuzzTest {

  private static final int INPUTS = Integer.getInteger("leakcensus.fuzz", 200);
  private static final long SEED = Long.getLong("leakcensus.fuzz.seed", 0);
  private static final int SMALL_LIMIT = 300;
  private static final String MARKUP = "{}[]\"':,\\`();\n\r\t-/*#$0 xEN\u0000";

  static List<Arguments> formats() throws IOException {
    List<List<String>> rows = new NastyRows(7, true).make(40);
    List<List<String>> lines = new NastyRows(7, false).make(40);
    return List.of(
        format("array", WriteFormats.jsonArray(rows), RoundTripTest.json("")),
        format("documents", WriteFormats.jsonDocuments(rows), RoundTripTest.json("")),
        format("concatenated", WriteFormats.jsonConcatenated(rows), RoundTripTest.json("")),
        format("hits", WriteFormats.jsonHits(rows), RoundTripTest.json("hits.hits")),
        format("bulk", WriteFormats.bulk(rows), BulkLines::new),
        format("mysql", WriteFormats.mysql(rows), RoundTripTest.sql()),
        format("standard sql", WriteFormats.standardSql(rows), RoundTripTest.sql()),
        format("copy", WriteFormats.copy(rows), RoundTripTest.sql()),
        format("fixed", WriteFormats.jsonConcatenated(lines), FormatFuzzTest::fixedWidth),
        Arguments.of("workbook", WriteFormats.workbook(lines), workbook()));
  }

  @ParameterizedTest(name = "[{index}]")
  @MethodSource("formats")
  void accountsForWhateverItIsGiven(
      String name, byte[] whole, Function<FormatInput, RecordCursor> cursor) {
    for (int seed = 0; seed < INPUTS; seed++) {
      byte[] bytes = mutate(whole, new Random(SEED * 1_000_003 + seed));
      Charset charset = seed % 4 == 0 ? Charset.forName("GB18030") : StandardCharsets.UTF_8;
      InputStream stream =
          seed % 5 == 0 ? new BrokenStream(bytes) : new ByteArrayInputStream(bytes);
      try {
        ReadAll.of(
            stream,
            charset,
            bytes.length,
            NastyRows.COLUMNS,
            seed % 2 == 0 ? SMALL_LIMIT : ReadAll.LIMIT,
            cursor);
      } catch (RuntimeException | AssertionError fault) {
        throw new AssertionError("Failed at %s, seed %d".formatted(name, seed), fault);
      }
    }
  }

  static List<Arguments> sheets() {
    return List.of(Arguments.of("plain"), Arguments.of("dense"));
  }

  /** Inside a zip, bits that flip are mostly found by its checksums; here they reach the XML. */
  @ParameterizedTest
  @MethodSource("sheets")
  void accountsForWhateverASheetHolds(String kind) throws IOException {
    StringBuilder sheet = new StringBuilder("<worksheet><sheetData>");
    for (int row = 0; row < 20; row++) {
      sheet.append(
          kind.equals("plain")
              ? "<row><c t=\"inlineStr\"><is><t>id</t></is></c><c t=\"str\"><v>name</v></c></row>"
              : "<row r=\"%d\"><c r=\"A%<d\" s=\"1\"><v>1E5</v></c><c t=\"s\"><v>0</v></c></row>"
                  .formatted(row + 1));
    }
    byte[] whole =
        sheet
            .append("</sheetData><mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells></worksheet>")
            .toString()
            .getBytes(StandardCharsets.ISO_8859_1);
    for (int seed = 0; seed < INPUTS; seed++) {
      String mutated =
          new String(
              mutate(whole, new Random(SEED * 1_000_003 + seed)), StandardCharsets.ISO_8859_1);
      try {
        ReadAll.of(HandmadeWorkbook.of(mutated), NastyRows.COLUMNS, ReadAll.LIMIT, workbook());
      } catch (RuntimeException | AssertionError fault) {
        throw new AssertionError("Failed at seed %d".formatted(seed), fault);
      }
    }
  }

  static List<Arguments> endless() {
    return List.of(
            "[",
            "{",
            "{\"a\":",
            "[1,",
            "\"",
            "'",
            "(",
            "((1),",
            "a",
            " ",
            "\n",
            "\\",
            "$",
            "/*",
            "INSERT INTO t VALUES (",
            "INSERT INTO t VALUES (1,'",
            "COPY t FROM stdin;\n",
            "CREATE TABLE t (a",
            "CREATE PROCEDURE BEGIN ",
            ",",
            "]",
            "\u0000",
            "DELIMITER ",
            "`")
        .stream()
        .map(Arguments::of)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("endless")
  void endsWithWhateverRepeatsItself(String part) {
    byte[] bytes = part.repeat((1 << 22) / part.length()).getBytes(StandardCharsets.UTF_8);
    for (Function<FormatInput, RecordCursor> cursor :
        List.<Function<FormatInput, RecordCursor>>of(
            RoundTripTest.json(""),
            RoundTripTest.json("hits.hits"),
            BulkLines::new,
            RoundTripTest.sql(),
            FormatFuzzTest::fixedWidth,
            workbook())) {
      ReadAll read = ReadAll.of(bytes, NastyRows.COLUMNS, 1 << 16, cursor);

      assertThat(read.records().size()).isLessThanOrEqualTo(bytes.length);
    }
  }

  static RecordCursor fixedWidth(FormatInput input) {
    return new FixedWidth(
        input,
        new FixedLayout(
            List.of(
                new FixedColumn("id", 1, 40),
                new FixedColumn("name", 41, 40),
                new FixedColumn("note", 81, 40)),
            FixedLayout.ShortLines.REFUSED));
  }

  private static Function<FormatInput, RecordCursor> workbook() {
    return input -> new Workbook(input, WorkbookOptions.allSheets());
  }

  private static Arguments format(
      String name, String text, Function<FormatInput, RecordCursor> cursor) {
    return Arguments.of(name, text.getBytes(StandardCharsets.UTF_8), cursor);
  }

  private static byte[] mutate(byte[] whole, Random random) {
    byte[] bytes = whole.clone();
    for (int change = 1 + random.nextInt(4); change > 0 && bytes.length > 0; change--) {
      bytes = change(bytes, random);
    }
    return bytes;
  }

  private static byte[] change(byte[] bytes, Random random) {
    int at = random.nextInt(bytes.length);
    switch (random.nextInt(5)) {
      case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> bytes[at] = (byte) MARKUP.charAt(random.nextInt(MARKUP.length()));
      case 2 -> {
        return Arrays.copyOf(bytes, at);
      }
      case 3 -> {
        // A piece goes elsewhere, over what stands there.
        int length = Math.min(1 + random.nextInt(60), bytes.length - at);
        System.arraycopy(bytes, at, bytes, random.nextInt(bytes.length - length + 1), length);
      }
      default -> {
        int length = Math.min(1 + random.nextInt(60), bytes.length - at);
        byte[] cut = new byte[bytes.length - length];
        System.arraycopy(bytes, 0, cut, 0, at);
        System.arraycopy(bytes, at + length, cut, at, cut.length - at);
        return cut;
      }
    }
    return bytes;
  }
}
