package leakcensus.spark.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import leakcensus.source.DelimitedOptions;
import leakcensus.source.IntakeMeasure;
import leakcensus.source.RecordFault;
import leakcensus.source.RecordFormat;
import leakcensus.source.SplitTally;
import leakcensus.source.TextCharset;
import leakcensus.spark.read.ReadRecords.Read;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records of delimited text that hold line breaks. */
class JoinedLinesTest {

  private static final int LIMIT = 1 << 20;
  private static final int WIDTH = 3;
  private static final char NO_ESCAPE = DelimitedOptions.NO_CHARACTER;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void agreesWithFastCsvOnAnyTextThatIsWellFormed(long seed) throws IOException {
    Random random = new Random(seed);
    int wellFormed = 0;
    for (int round = 0; round < 5_000; round++) {
      String text = random(random, "a", "é", "\"", "\"", "\"", ",", ",", "\n", "\r\n");
      ReadRecords read = read(text, format(NO_ESCAPE), "UTF-8", LIMIT);

      Optional<List<List<String>>> expected = fastCsv(text);
      if (expected.isPresent()) {
        wellFormed++;
        assertThat(values(read)).as("round %d of seed %d", round, seed).isEqualTo(expected.get());
      }
    }
    assertThat(wellFormed).isBetween(500, 4_750);
  }

  /** Only letters are escaped here of which both make the same: others commons-csv leaves alone. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void agreesWithCommonsCsvOnAnyTextWithEscapesThatIsWellFormed(long seed) throws IOException {
    Random random = new Random(seed);
    int wellFormed = 0;
    for (int round = 0; round < 5_000; round++) {
      String text = random(random, "n", "t", "\"", "\"", "\\", "\\", ",", ",", "\n");
      ReadRecords read = read(text, format('\\'), "UTF-8", LIMIT);

      Optional<List<List<String>>> expected = commonsCsv(text);
      // A line break escaped at the very end is a record cut off: MySQL ends the last line too.
      if (expected.isPresent() && !text.endsWith("\\\n")) {
        wellFormed++;
        assertThat(values(read)).as("round %d of seed %d", round, seed).isEqualTo(expected.get());
      }
    }
    assertThat(wellFormed).isBetween(500, 4_750);
  }

  /** Characters whose second byte looks like a delimiter or a backslash, and wide units. */
  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "Shift_JIS", "GB18030", "UTF-16LE", "UTF-32BE"})
  void readsTheSameInEveryCharset(String charset) throws IOException {
    String text = "1,\"表\r\n|ソ\",x\r\n2,表\\\n,\"\"\"\ny\"\n";

    ReadRecords read = read(text, format('\\'), charset, LIMIT);

    assertThat(values(read))
        .containsExactly(List.of("1", "表\r\n|ソ", "x"), List.of("2", "表\n", "\"\ny"));
  }

  @Test
  void letsAQuoteThatNothingClosesCostItsLineAlone() throws IOException {
    for (String broken : List.of("2,\"b,c", "\"2,b,c", "2,b,\"")) {
      ReadRecords read =
          read("1,a,\"a\na\"\n" + broken + "\n3,c,c\n4,d,d", format('\\'), "UTF-8", LIMIT);

      assertThat(values(read))
          .as(broken)
          .containsExactly(
              List.of("1", "a", "a\na"), List.of("3", "c", "c"), List.of("4", "d", "d"));
      assertThat(read.faults()).contains(RecordFault.BAD_SYNTAX).hasSize(4);
    }
  }

  @Test
  void letsAQuoteThatTheNextRecordSeemsToCloseCostItsLineAlone() throws IOException {
    String text = "1,\"a,a\n2,\"b\",b\n3,\"c\nc\",c\n";

    ReadRecords read = read(text, format(NO_ESCAPE), "UTF-8", LIMIT);

    assertThat(values(read)).containsExactly(List.of("2", "b", "b"), List.of("3", "c\nc", "c"));
    assertThat(read.records()).extracting(Read::position).containsExactly(0L, 7L, 15L);
  }

  @Test
  void joinsLinesUpToTheLimitAndNoFurther() throws IOException {
    String closed = "1,\"" + "x\n".repeat(30) + "\",y";
    for (int limit : new int[] {closed.length() - 1, closed.length()}) {
      ReadRecords read = read(closed + "\n2,b,c\n", format(NO_ESCAPE), "UTF-8", limit);

      boolean fits = limit == closed.length();
      assertThat(values(read)).hasSize(fits ? 2 : 30).contains(List.of("2", "b", "c"));
      assertThat(read.records()).hasSize(fits ? 2 : 32);
    }
  }

  /** Each line opens a quote that nothing closes: joining them anew from each would never end. */
  @Test
  @Timeout(60)
  void readsAFileOfOpenQuotesInTimeThatGrowsWithItsLength() throws IOException {
    String line = "a\",\",x\n";

    ReadRecords read = read(line.repeat(100_000), format(NO_ESCAPE), "UTF-8", LIMIT);

    assertThat(read.records()).hasSize(100_000);
    assertThat(read.faults()).containsOnly(RecordFault.BAD_SYNTAX);
  }

  /** A line that is taken back out of a joined record is not counted as ragged beside its fault. */
  @Test
  void countsARaggedRecordOnce() throws IOException {
    RecordFormat.Delimited strict =
        new RecordFormat.Delimited(
            ',',
            '"',
            List.of("a", "b", "c"),
            new DelimitedOptions(
                NO_ESCAPE,
                DelimitedOptions.LineBreaks.IN_FIELDS,
                DelimitedOptions.RaggedRows.QUARANTINED));

    ReadRecords read = read("1,\"a\nb\"\n2\n3,\"c\nc\",c\n", strict, "UTF-8", LIMIT);

    assertThat(read.faults())
        .containsExactly(
            RecordFault.BAD_SYNTAX,
            RecordFault.WRONG_FIELD_COUNT,
            RecordFault.WRONG_FIELD_COUNT,
            RecordFault.NONE);
    assertThat(read.count(IntakeMeasure.RECORDS_RAGGED)).isEqualTo(2);
  }

  @Test
  void readsAHeaderOfSeveralLinesAndKnowsItAgain() throws IOException {
    String header = "id,\"family\nname\",\"\"\"x\"\"\"\r\n";
    RecordFormat.Delimited format = format(NO_ESCAPE, List.of());

    ReadRecords read =
        readWithHeader(
            header + "1,a,b\n" + header + "id,\"family\nname\",other\n2,\"c\nd\",e\n",
            format,
            List.of("family\nname", "\"x\"", "id"));

    assertThat(values(read))
        .containsExactly(
            List.of("a", "b", "1"),
            List.of("family\nname", "other", "id"),
            List.of("c\nd", "e", "2"));
    assertThat(read.count(IntakeMeasure.HEADER_BYTES)).isEqualTo(2L * (header.length() - 2));
  }

  @Test
  void refusesAHeaderThatNothingClosesInBoundedTime() {
    String text = "id,\"name\n" + "1,a\n".repeat(200_000);

    assertThatThrownBy(() -> readWithHeader(text, format(NO_ESCAPE, List.of()), List.of("id")))
        .isInstanceOf(UnreadablePartException.class)
        .hasMessageStartingWith("Cannot parse the header line: a quote that is not closed");
  }

  private static Optional<List<List<String>>> fastCsv(String text) {
    try {
      List<List<String>> records = new ArrayList<>();
      CsvReader.builder()
          .allowUnclosedQuote(false)
          .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
          .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
          .ofCsvRecord(text)
          .stream()
          .map(CsvRecord::getFields)
          .forEach(fields -> records.add(padded(fields)));
      return Optional.of(records);
    } catch (CsvParseException fault) {
      return Optional.empty();
    }
  }

  private static Optional<List<List<String>>> commonsCsv(String text) throws IOException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setEscape('\\').setRecordSeparator('\n').get();
    List<List<String>> records = new ArrayList<>();
    try (var parsed = format.parse(new StringReader(text))) {
      for (CSVRecord record : parsed) {
        records.add(padded(record.toList()));
      }
      return Optional.of(records);
    } catch (UncheckedIOException fault) {
      return Optional.empty();
    }
  }

  private static List<String> padded(List<String> fields) {
    List<String> padded = new ArrayList<>(fields.subList(0, Math.min(WIDTH, fields.size())));
    while (padded.size() < WIDTH) {
      padded.add("");
    }
    return padded;
  }

  private static List<List<String>> values(ReadRecords read) {
    return read.records().stream()
        .filter(record -> record.fault() == RecordFault.NONE)
        .map(Read::values)
        .toList();
  }

  private static ReadRecords read(
      String text, RecordFormat.Delimited format, String charsetName, int limit)
      throws IOException {
    TextCharset charset = TextCharset.of(charsetName).orElseThrow();
    byte[] bytes = text.getBytes(Charset.forName(charsetName));
    LineParser parser = new DelimitedLineParser(format, format.columns(), format.columns());
    ReadRecords read =
        new ReadRecords(WIDTH)
            .add(
                TextCursor.whole(
                    frame(bytes, charset, limit), parser, charset, new SplitTally(0), 0));
    assertThat(read.accountedBytes()).isEqualTo(bytes.length);
    return read;
  }

  private static ReadRecords readWithHeader(
      String text, RecordFormat.Delimited format, List<String> columns) throws IOException {
    TextCharset charset = TextCharset.of("UTF-8").orElseThrow();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ReadRecords read =
        new ReadRecords(columns.size())
            .add(
                TextCursor.whole(
                    frame(bytes, charset, LIMIT),
                    new DelimitedHeader(format, columns),
                    charset,
                    new SplitTally(0),
                    0));
    assertThat(read.accountedBytes()).isEqualTo(bytes.length);
    return read;
  }

  /** The stream trickles, so that joined lines lie on both sides of what is held at once. */
  private static LineFramer frame(byte[] bytes, TextCharset charset, int limit) {
    return LineFramer.of(
        new TricklingStream(new ByteArrayInputStream(bytes), new Random(1), 1 << 16),
        0,
        limit,
        charset,
        LineEnd.LINE_FEED);
  }

  private static String random(Random random, String... pieces) {
    StringBuilder text = new StringBuilder();
    for (int piece = random.nextInt(16); piece > 0; piece--) {
      text.append(pieces[random.nextInt(pieces.length)]);
    }
    return text.toString();
  }

  private static RecordFormat.Delimited format(char escape) {
    return format(escape, List.of("a", "b", "c"));
  }

  private static RecordFormat.Delimited format(char escape, List<String> columns) {
    return new RecordFormat.Delimited(
        ',',
        '"',
        columns,
        new DelimitedOptions(
            escape, DelimitedOptions.LineBreaks.IN_FIELDS, DelimitedOptions.RaggedRows.KEPT));
  }
}
