package leakcensus.spark.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import leakcensus.config.QuarantineLimit;
import leakcensus.config.QuarantineLimits;
import leakcensus.config.ReadSettings;
import leakcensus.container.ContainerLimits;
import leakcensus.normalise.DateOrder;
import leakcensus.normalise.NationalIdRule;
import leakcensus.normalise.NormaliseSettings;
import leakcensus.person.PersonField;
import leakcensus.source.DelimitedOptions;
import leakcensus.source.IntakeMeasure;
import leakcensus.source.RecordFault;
import leakcensus.source.RecordFormat;
import leakcensus.source.Slot;
import leakcensus.source.Source;
import leakcensus.source.Split;
import leakcensus.spark.read.ReadRecords.Read;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.util.SerializableConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileSplitReaderTest {

  private static final RecordFormat WITH_HEADER = new RecordFormat.Delimited(',', '"', List.of());

  private static final long SPLIT_BYTES = 1_024;

  @TempDir private Path folder;

  @Test
  void readsJsonLinesInSplits() throws IOException {
    StringBuilder file = new StringBuilder();
    for (int line = 0; line < 300; line++) {
      file.append("{\"name\": \"n").append(line).append("\", \"tel\": ").append(line).append("}\n");
    }

    ReadRecords read = read(utf8(file.toString()), new RecordFormat.JsonLines(), "UTF-8");

    assertThat(read.records()).hasSize(300);
    assertThat(read.records().get(299).values()).containsExactly("n299", "299");
    assertThat(read.accountedBytes()).isEqualTo(file.length());
  }

  @Test
  void readsTheHeaderOfAFileInEverySplit() throws IOException {
    StringBuilder file = new StringBuilder("\uFEFFtel,\"na\"\"me\",name\r\n");
    for (int line = 0; line < 300; line++) {
      file.append(line).append(",x,n").append(line).append("\r\n");
    }
    byte[] bytes = utf8(file.toString());

    ReadRecords read = read(bytes, WITH_HEADER, "UTF-8");

    assertThat(read.records()).hasSize(300);
    assertThat(read.records().get(299).values()).containsExactly("n299", "299");
    assertThat(read.count(IntakeMeasure.HEADER_BYTES)).isEqualTo(3 + 17);
    assertThat(read.accountedBytes()).isEqualTo(bytes.length);
  }

  @Test
  void takesColumnsFromTheConfigurationWhereFilesHaveNoHeader() throws IOException {
    RecordFormat format = new RecordFormat.Delimited('\t', '"', List.of("tel", "name"));

    ReadRecords read =
        read("1\t张伟\n2\t㐀\n".getBytes(Charset.forName("GB18030")), format, "GB18030");

    assertThat(read.records())
        .extracting(Read::values)
        .containsExactly(List.of("张伟", "1"), List.of("㐀", "2"));
  }

  /** Splits of a kilobyte begin inside lines and behind them, and at every unit of a line end. */
  @ParameterizedTest
  @ValueSource(
      strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "GB18030", "Shift_JIS"})
  void readsTheSameInEveryCharset(String charset) throws IOException {
    StringBuilder text = new StringBuilder("name,tel\r\n");
    List<List<String>> expected = new ArrayList<>();
    for (int row = 0; row < 200; row++) {
      String name = "東京".repeat(row % 7) + "x".repeat(row % 3);
      text.append(name).append(',').append(row).append(row % 2 == 0 ? "\n" : "\r\n");
      expected.add(List.of(name, Integer.toString(row)));
    }
    byte[] bytes = text.toString().getBytes(Charset.forName(charset));

    ReadRecords read = read(bytes, WITH_HEADER, charset);

    assertThat(read.records()).extracting(Read::values).isEqualTo(expected);
    assertThat(read.accountedBytes()).isEqualTo(bytes.length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-32BE", "GB18030"})
  void findsTheCharsetByTheMarkOfTheFileAndSaysSo(String charset) throws IOException {
    byte[] bytes = "\uFEFFname,tel\n張,1\n李,2\n".getBytes(Charset.forName(charset));

    ReadRecords read = read(bytes, WITH_HEADER, "detect");

    assertThat(read.values()).containsExactly("張", "李");
    assertThat(read.intake().charset(0))
        .hasToString(
            "Optional[DetectedCharset[charset=%s, confidencePercent=100]]".formatted(charset));
    assertThat(read.accountedBytes()).isEqualTo(bytes.length);
  }

  @Test
  void findsTheCharsetOfACompressedFileThatBreaksOff() throws IOException {
    byte[] whole =
        compressed(("name,tel\n" + "張偉,1\n".repeat(4_000)).getBytes(Charset.forName("GB18030")));

    ReadRecords read = read(Arrays.copyOf(whole, whole.length - 20), WITH_HEADER, "detect");

    assertThat(read.intake().charset(0).orElseThrow().charset()).hasToString("GB18030");
    assertThat(read.values()).isNotEmpty().containsOnly("張偉");
    assertThat(read.count(IntakeMeasure.PARTIAL)).isEqualTo(1);
  }

  @Test
  void declaresNothingFoundWhereTheCharsetIsDeclared() throws IOException {
    assertThat(read(utf8("name,tel\nAnn,1\n"), WITH_HEADER, "UTF-8").intake().charset(0)).isEmpty();
  }

  @Test
  void readsCompressedFilesToTheirEnd() throws IOException {
    byte[] compressed = compressed(utf8("name,tel\nAnn,1\nBo,2\n"));

    ReadRecords read = read(compressed, WITH_HEADER, "UTF-8");

    assertThat(read.values()).containsExactly("Ann", "Bo");
    assertThat(read.count(IntakeMeasure.PARTIAL)).isZero();
  }

  @Test
  void countsACompressedFileThatBreaksOffInItsHeaderAsOneRecordInQuarantine() throws IOException {
    byte[] compressed = compressed(utf8("name,tel\nAnn,1\n"));

    for (int length : new int[] {3, 5, 9}) {
      ReadRecords read = read(Arrays.copyOf(compressed, length), WITH_HEADER, "UTF-8");

      assertThat(read.records()).isEmpty();
      assertThat(read.intake().quarantined(0, RecordFault.PART_BROKEN)).isEqualTo(1);
      assertThat(read.count(IntakeMeasure.PARTIAL)).isEqualTo(1);
    }
  }

  /** The file has no LF at all; splits of a kilobyte begin at any place. */
  @ParameterizedTest
  @ValueSource(
      strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "GB18030", "Shift_JIS"})
  void readsLinesThatEndWithCarriageReturnsAlone(String charset) throws IOException {
    StringBuilder text = new StringBuilder("name,tel\r\r");
    List<List<String>> expected = new ArrayList<>();
    for (int row = 0; row < 200; row++) {
      String name = "東京".repeat(row % 7) + "x".repeat(row % 3);
      text.append(name).append(',').append(row).append('\r');
      expected.add(List.of(name, Integer.toString(row)));
    }
    byte[] bytes = text.toString().getBytes(Charset.forName(charset));

    for (byte[] content : List.of(bytes, compressed(bytes))) {
      ReadRecords read = read(content, WITH_HEADER, charset);

      assertThat(read.records()).extracting(Read::values).isEqualTo(expected);
      assertThat(read.accountedBytes()).isEqualTo(bytes.length);
    }
    byte[] json =
        "{'name': 'Ann'}\r{'name': 'Bo'}\r".replace('\'', '"').getBytes(Charset.forName(charset));
    assertThat(read(json, new RecordFormat.JsonLines(), charset).values())
        .containsExactly("Ann", "Bo");
  }

  @Test
  void takesNoCarriageReturnForALineEndWhereTheFirstBytesHoldALineFeed() throws IOException {
    String text = "name,tel\r\n\"a\rb\",1\nc,2\r\nd\re,3\n";

    ReadRecords read = read(utf8(text), WITH_HEADER, "UTF-8");

    assertThat(read.values()).containsExactly("a\rb", "c");
    assertThat(read.faults()).endsWith(RecordFault.BAD_SYNTAX);
    // The last of the first bytes is a CR, and its LF is not seen yet.
    String line = "x".repeat(65_535);
    read =
        read(
            utf8(line + "\r\nb\n"), new RecordFormat.Delimited('|', '"', List.of("name")), "UTF-8");
    assertThat(read.faults()).containsExactly(RecordFault.TOO_LONG, RecordFault.NONE);
    assertThat(read.values()).containsExactly("b");
  }

  @Test
  void takesOtherLineSeparatorsForText() throws IOException {
    String odd = "a\u2028b\u2029c\u0085d\u000Be\u000Cf";

    ReadRecords read = read(utf8("name,tel\n" + odd + ",1\n"), WITH_HEADER, "UTF-8");
    assertThat(read.values()).containsExactly(odd);
    read = read(utf8("{\"name\": \"a\u2028b\u0085c\"}\n"), new RecordFormat.JsonLines(), "UTF-8");
    assertThat(read.values()).containsExactly("a\u2028b\u0085c");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "GB18030"})
  void countsRepeatedHeadersAndMarksOfConcatenatedFilesAsHeader(String charset) throws IOException {
    String part = "\uFEFFname,tel\n" + "Ann,1\nBo,2\n".repeat(50);
    byte[] bytes = part.repeat(20).getBytes(Charset.forName(charset));
    int headerBytes = "\uFEFFname,tel".getBytes(Charset.forName(charset)).length;

    for (byte[] content : List.of(bytes, compressed(bytes))) {
      ReadRecords read = read(content, WITH_HEADER, charset);

      assertThat(read.records()).hasSize(20 * 100);
      assertThat(read.values()).containsOnly("Ann", "Bo");
      assertThat(read.count(IntakeMeasure.HEADER_BYTES)).isEqualTo(20L * headerBytes);
      assertThat(read.accountedBytes()).isEqualTo(bytes.length);
    }
  }

  @Test
  void skipsAMarkBeforeALineOfJson() throws IOException {
    byte[] bytes = utf8("{\"name\": \"Ann\"}\n\uFEFF{\"name\": \"Bo\"}\n");

    ReadRecords read = read(bytes, new RecordFormat.JsonLines(), "UTF-8");

    assertThat(read.values()).containsExactly("Ann", "Bo");
    assertThat(read.accountedBytes()).isEqualTo(bytes.length);
  }

  @Test
  void readsAFileWhoseRecordsHoldLineBreaksInOneSplit() throws IOException {
    RecordFormat format =
        new RecordFormat.Delimited(
            ',',
            '"',
            List.of(),
            new DelimitedOptions(
                '\\',
                DelimitedOptions.LineBreaks.IN_FIELDS,
                DelimitedOptions.RaggedRows.QUARANTINED));
    byte[] bytes = utf8("tel,name\n" + "1,\"a\nb\"\n2,c\\\nd\n3\n".repeat(300));

    for (byte[] content : List.of(bytes, compressed(bytes))) {
      ReadRecords read = read(content, format, "UTF-8");

      assertThat(read.records()).hasSize(900);
      assertThat(read.values()).hasSize(600).containsOnly("a\nb", "c\nd");
      assertThat(read.count(IntakeMeasure.RECORDS_RAGGED)).isEqualTo(300);
      assertThat(read.intake().quarantined(0, RecordFault.WRONG_FIELD_COUNT)).isEqualTo(300);
      assertThat(read.accountedBytes()).isEqualTo(bytes.length);
    }
  }

  @Test
  void countsAFileWhoseJoinedHeaderNothingClosesAsOneRecordInQuarantine() throws IOException {
    RecordFormat format =
        new RecordFormat.Delimited(
            ',',
            '"',
            List.of(),
            new DelimitedOptions(
                DelimitedOptions.NO_CHARACTER,
                DelimitedOptions.LineBreaks.IN_FIELDS,
                DelimitedOptions.RaggedRows.QUARANTINED));

    ReadRecords read = read(utf8("\n\uFEFFname,\"tel\nAnn,1\nBo,2\n"), format, "UTF-8");

    assertThat(read.records()).isEmpty();
    assertThat(read.intake().quarantined(0, RecordFault.PART_UNREADABLE)).isEqualTo(1);
    assertThat(read.count(IntakeMeasure.RECORDS_READ)).isEqualTo(1);
    // Bytes that are accounted for in part would be taken for a change of the file.
    assertThat(read.accountedBytes()).isZero();
  }

  @Test
  void refusesAFileWhoseHeaderCannotBeParsedSinceItsRecordsWouldBeLost() {
    for (String file :
        List.of("name\rtel\nAnn,1\n", "name,\"tel\nAnn,1\n", "n" + ",n".repeat(20_000) + "\n1\n")) {
      assertThatThrownBy(() -> read(utf8(file), WITH_HEADER, "UTF-8"))
          .isInstanceOf(IOException.class)
          .hasMessage(
              "Cannot parse the header line: a quote that is not closed, text behind a"
                  + " quote, more than 20,000 columns, or longer than read.max-record-bytes. State"
                  + " delimiter, quote and multi-line, or columns where the file has no header.");
    }
  }

  @Test
  void findsNoRecordInAFileOfBlankLinesOrAHeader() throws IOException {
    assertThat(read(utf8("\n\n"), WITH_HEADER, "UTF-8").records()).isEmpty();
    assertThat(read(utf8("name,tel"), WITH_HEADER, "UTF-8").records()).isEmpty();
  }

  /** Spark keeps what it serialises with a function as blocks, and may write those to a disk. */
  @Test
  void holdsNoPathWhenItIsSerialised() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(reader(files(new byte[9], FilePacking.NONE), sources(WITH_HEADER, "UTF-8")));
    }

    assertThat(bytes.toString(StandardCharsets.ISO_8859_1))
        .contains("FileSplitReader")
        .doesNotContain("10:30 leak", folder.toString());
  }

  private ReadRecords read(byte[] content, RecordFormat format, String charset) throws IOException {
    FilePacking compression = FilePacking.of(content);
    InputFiles files = files(content, compression);
    List<Source> sources = sources(format, charset);
    FileSplitReader reader = reader(files, sources);
    ReadRecords read = new ReadRecords(2);
    for (List<Split> task : PlanSplits.plan(files, sources, SPLIT_BYTES)) {
      for (Split split : task) {
        read.add(reader.open(split, files.file(split.fileId()).path()));
      }
    }
    return read;
  }

  private InputFiles files(byte[] content, FilePacking compression) throws IOException {
    Path path = Files.write(folder.resolve("10:30 leak"), content);
    return new InputFiles(
        List.of(
            new InputFile(0, 0, "file:" + path, new FileStamp(content.length, 0), compression, 0)));
  }

  private static List<Source> sources(RecordFormat format, String charset) {
    Slot holder =
        Slot.of(
            "holder",
            Map.of(PersonField.FULL_NAME, List.of("name"), PersonField.PHONE, List.of("tel")));
    return List.of(
        new Source(
            "s",
            List.of("10:30 leak"),
            format,
            charset,
            List.of(holder),
            List.of(),
            new NormaliseSettings("CN", NationalIdRule.OPAQUE, DateOrder.DAY_FIRST)));
  }

  private static FileSplitReader reader(InputFiles files, List<Source> sources) {
    return new FileSplitReader(
        files,
        sources,
        new ReadSettings(
            SPLIT_BYTES,
            4_096,
            QuarantineLimits.of(QuarantineLimit.ofRatio(1)),
            ContainerLimits.DEFAULT),
        new SerializableConfiguration(new Configuration(false)));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(Charset.forName("UTF-8"));
  }

  private static byte[] compressed(byte[] file) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(file);
    }
    return bytes.toByteArray();
  }
}
