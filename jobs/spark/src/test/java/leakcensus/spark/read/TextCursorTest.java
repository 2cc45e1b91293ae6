package leakcensus.spark.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import leakcensus.source.IntakeMeasure;
import leakcensus.source.RecordFault;
import leakcensus.source.RecordFormat;
import leakcensus.source.Split;
import leakcensus.source.TextCharset;
import leakcensus.spark.read.ReadRecords.Read;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextCursorTest {

  private static final int LIMIT = 1 << 20;
  private static final TextCharset UTF_8 = TextCharset.of("UTF-8").orElseThrow();

  @ParameterizedTest(name = "seed {0}, header {1}")
  @CsvSource({"1, false", "2, false", "3, false", "4, false", "5, true", "6, true", "7, true"})
  void readsSmallFilesInAnySplitsLikeAPlainSplitter(long seed, boolean hasHeader)
      throws IOException {
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      byte[] file = randomFile(random, random.nextInt(200), 12);
      int limit = 1 + random.nextInt(14);
      // The line that is the header must start in the first split.
      int splitBytes = hasHeader ? 200 + random.nextInt(50) : 1 + random.nextInt(60);

      requireLikePlainSplitter(file, limit, splitBytes, hasHeader, random);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {11, 12, 13})
  void readsLargeFilesInAnySplitsLikeAPlainSplitter(long seed) throws IOException {
    Random random = new Random(seed);
    byte[] file = randomFile(random, 2_000_000, 400_000);

    for (int limit : new int[] {1_000, 262_144, 300_000, 1_000_000}) {
      requireLikePlainSplitter(file, limit, 1 + random.nextInt(700_000), false, random);
    }
  }

  @Test
  void startsTheRecordOfASplitBehindTheLineThatRunsIntoIt() throws IOException {
    byte[] file = "ab\ncd\nef".getBytes(StandardCharsets.UTF_8);

    for (int cut = 1; cut < file.length; cut++) {
      int firstSplit = cut <= 3 ? 1 : cut <= 6 ? 2 : 3;

      assertThat(read(file, 0, cut).values())
          .containsExactlyElementsOf(List.of("ab", "cd", "ef").subList(0, firstSplit));
      assertThat(read(file, cut, file.length).values())
          .containsExactlyElementsOf(List.of("ab", "cd", "ef").subList(firstSplit, 3));
    }
  }

  @Test
  void takesBlankLinesAndMarksForNoRecords() throws IOException {
    ReadRecords read =
        read("\uFEFF\r\n\n\r\na\r\n\n".getBytes(StandardCharsets.UTF_8), UTF_8, LIMIT);

    assertThat(read.records()).containsExactly(new Read(8, RecordFault.NONE, List.of("a")));
    assertThat(read.count(IntakeMeasure.HEADER_BYTES)).isEqualTo(3);
    assertThat(read.count(IntakeMeasure.SEPARATOR_BYTES)).isEqualTo(8);
    assertThat(read.count(IntakeMeasure.RECORD_BYTES)).isEqualTo(1);
  }

  @Test
  void findsNothingInAFileOfNothing() throws IOException {
    ReadRecords read = read(new byte[0], UTF_8, LIMIT);

    assertThat(read.records()).isEmpty();
    assertThat(read.accountedBytes()).isZero();
  }

  @Test
  void quarantinesBytesThatTheCharsetDoesNotHaveAndSaysWhere() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes("Zoë\n".getBytes(StandardCharsets.UTF_8));
    for (int[] bad :
        new int[][] {{0xFF}, {0xC3}, {0xC0, 0x80}, {0xED, 0xA0, 0x80}, {0xF5, 0x80, 0x80, 0x80}}) {
      file.write('x');
      for (int each : bad) {
        file.write(each);
      }
      file.write('\n');
    }
    file.writeBytes("张伟\n".getBytes(StandardCharsets.UTF_8));

    ReadRecords read = read(file.toByteArray(), UTF_8, LIMIT);

    assertThat(read.values()).containsExactly("Zoë", "张伟");
    assertThat(read.records())
        .filteredOn(record -> record.fault() == RecordFault.BAD_CHARSET)
        .extracting(Read::position)
        .containsExactly(5L, 8L, 11L, 15L, 20L);
    assertThat(read.quarantined()).isEqualTo(5);
  }

  @Test
  void keepsRecordsWithBadBytesOutsideTheirValues() throws IOException {
    String json =
        "{'n': 'Zoe', 'x': '\u00e9'}\n{'n': 'Zo\u00e9'}\n{'n': 'Bo'}\n{'n': 'Cy', \u00e9}\n{'\u00e9': 1, 'n': 'Di'}\n"
            .replace('\'', '"');
    ReadRecords read = read(json, new JsonLineParser(List.of("n")));

    assertThat(read.values()).containsExactly("Zoe", "Bo", "Di");
    assertThat(read.faults().stream().filter(RecordFault.BAD_CHARSET::equals)).hasSize(2);
    assertThat(read.count(IntakeMeasure.RECORDS_WITH_BAD_BYTES)).isEqualTo(2);
    requireAccounts(read);

    LineParser csv =
        new DelimitedLineParser(
            new RecordFormat.Delimited(',', '"', List.of("n", "x")),
            List.of("n", "x"),
            List.of("n"));
    read = read("Zoe,\u00e9\nZo\u00e9,1\nBo,2\nCy,\u00e9,3\n", csv);

    assertThat(read.values()).containsExactly("Zoe", "Bo");
    assertThat(read.faults().stream().filter(RecordFault.BAD_CHARSET::equals)).hasSize(2);
    assertThat(read.count(IntakeMeasure.RECORDS_WITH_BAD_BYTES)).isEqualTo(1);
  }

  @Test
  void readsGb18030WithItsFourByteCharacters() throws IOException {
    TextCharset gb18030 = TextCharset.of("GB18030").orElseThrow();
    String text = "张伟\n㐀𠮷é\nplain";
    byte[] file = text.getBytes(gb18030.charset());

    assertThat(read(file, gb18030, LIMIT).values()).containsExactly("张伟", "㐀𠮷é", "plain");
    assertThat(read(file, UTF_8, LIMIT).faults())
        .containsExactly(RecordFault.BAD_CHARSET, RecordFault.BAD_CHARSET, RecordFault.NONE);
    // 0x81 0x30 begins a character of four bytes; the line ends inside it
    byte[] cut = {'a', (byte) 0x81, 0x30, '\n', 'b'};
    assertThat(read(cut, gb18030, LIMIT).faults())
        .containsExactly(RecordFault.BAD_CHARSET, RecordFault.NONE);
  }

  @ParameterizedTest(name = "{0} bytes of {1}")
  @CsvSource({"7, \\n", "8, \\n", "7, \\r\\n", "8, \\r\\n"})
  void takesARecordOfTheLimitAndNoneLongerWhateverTheBuffering(int bytes, String end)
      throws IOException {
    String separator = end.replace("\\n", "\n").replace("\\r", "\r");
    byte[] file =
        ("a".repeat(bytes) + separator + "b" + separator).getBytes(StandardCharsets.UTF_8);

    for (int most : new int[] {1, 2, 3, 8, 100}) {
      InputStream input =
          new TricklingStream(new ByteArrayInputStream(file), new Random(most), most);
      ReadRecords read = new ReadRecords(1).add(open(input, UTF_8, 7, 0, file.length));

      assertThat(read.faults())
          .as("at most %d bytes at a time", most)
          .containsExactly(bytes > 7 ? RecordFault.TOO_LONG : RecordFault.NONE, RecordFault.NONE);
      assertThat(read.accountedBytes()).isEqualTo(file.length);
    }
  }

  @ParameterizedTest(name = "{0} of 100 parts")
  @ValueSource(ints = {5, 30, 50, 99})
  void keepsTheGoodPrefixOfACompressedFileThatBreaksOff(int percent) throws IOException {
    byte[] file = lines(20_000);
    byte[] compressed = compressed(file);
    byte[] cut = Arrays.copyOf(compressed, compressed.length * percent / 100);

    ReadRecords read = readCompressed(cut);

    List<String> whole = new String(file, StandardCharsets.UTF_8).lines().toList();
    assertThat(read.values()).isEqualTo(whole.subList(0, read.values().size()));
    assertThat(read.values().size()).isBetween(20_000 * (percent - 6) / 100, 20_000);
    assertThat(read.records().get(read.records().size() - 1).fault())
        .isEqualTo(RecordFault.TRUNCATED);
    assertThat(read.quarantined()).isEqualTo(1);
    assertThat(read.count(IntakeMeasure.PARTIAL)).isEqualTo(1);
    requireAccounts(read);
  }

  @Test
  void marksACompressedFileWhoseBytesWereChanged() throws IOException {
    byte[] file = lines(20_000);
    Random random = new Random(1);
    for (int flip = 0; flip < 50; flip++) {
      byte[] compressed = compressed(file);
      compressed[20 + random.nextInt(compressed.length - 20)] ^= (byte) (1 << random.nextInt(8));

      ReadRecords read = readCompressed(compressed);

      assertThat(read.count(IntakeMeasure.PARTIAL)).as("flip %d", flip).isEqualTo(1);
      requireAccounts(read);
    }
  }

  @Test
  void readsACompressedFileOfSeveralMembersToItsEnd() throws IOException {
    byte[] file = lines(1_000);
    ByteArrayOutputStream members = new ByteArrayOutputStream();
    for (int from = 0; from < file.length; from += 777) {
      members.writeBytes(
          compressed(Arrays.copyOfRange(file, from, Math.min(file.length, from + 777))));
    }

    ReadRecords read = readCompressed(members.toByteArray());

    assertThat(read.values()).isEqualTo(new String(file, StandardCharsets.UTF_8).lines().toList());
    assertThat(read.count(IntakeMeasure.PARTIAL)).isZero();
  }

  @Test
  void findsTheHeaderBehindMarkAndBlankLines() throws IOException {
    assertThat(header("\uFEFF\r\n\nname,tel\r\na,b\n", LIMIT)).isEqualTo("name,tel");
    assertThat(header("\uFEFFname", LIMIT)).isEqualTo("name");
    assertThat(header("\n\n", LIMIT)).isEmpty();
    assertThat(header("", LIMIT)).isEmpty();
    assertThatThrownBy(() -> header("name,tel\n", 5))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("Cannot parse the header line");
  }

  private static ReadRecords read(String latin1, LineParser parser) throws IOException {
    byte[] file = latin1.getBytes(StandardCharsets.ISO_8859_1);
    LineFramer lines = new LineFramer(new ByteArrayInputStream(file), 0, LIMIT);
    return new ReadRecords(1)
        .add(TextCursor.open(lines, parser, UTF_8, new Split(0, 0, 0, file.length), new byte[0]));
  }

  private static void requireLikePlainSplitter(
      byte[] file, int limit, int splitBytes, boolean hasHeader, Random random) throws IOException {
    PlainSplitter expected = new PlainSplitter(file, limit, hasHeader);
    LineFramer first = new LineFramer(new ByteArrayInputStream(file), 0, limit);
    if (hasHeader && expected.header().length > limit) {
      assertThatThrownBy(() -> TextCursor.firstLine(first, UTF_8))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith("Cannot parse the header line");
      return;
    }
    byte[] header = hasHeader ? TextCursor.firstLine(first, UTF_8) : new byte[0];
    assertThat(header).isEqualTo(hasHeader ? expected.header() : new byte[0]);
    ReadRecords read = new ReadRecords(1);
    for (int start = 0; start < file.length; start += splitBytes) {
      int end = Math.min(file.length, start + splitBytes);
      int from = Math.max(0, start - 1);
      InputStream input =
          new TricklingStream(
              new ByteArrayInputStream(file, from, file.length - from),
              random,
              1 + random.nextInt(400_000));
      LineFramer lines = new LineFramer(input, from, limit);
      Split split = new Split(0, 0, start, end);
      read.add(TextCursor.open(lines, new TextParser(), UTF_8, split, header));
    }

    assertThat(read.records()).isEqualTo(expected.records());
    assertThat(read.count(IntakeMeasure.RECORD_BYTES)).isEqualTo(expected.recordBytes());
    assertThat(read.accountedBytes()).isEqualTo(file.length);
    requireAccounts(read);
    for (Read record : read.records()) {
      if (record.fault() == RecordFault.NONE) {
        byte[] bytes = record.values().get(0).getBytes(StandardCharsets.UTF_8);
        int from = (int) record.position();
        assertThat(Arrays.copyOfRange(file, from, from + bytes.length)).isEqualTo(bytes);
      }
    }
  }

  private static void requireAccounts(ReadRecords read) {
    assertThat(read.count(IntakeMeasure.RECORDS_READ))
        .isEqualTo(read.records().size())
        .isEqualTo(read.count(IntakeMeasure.RECORDS_KEPT) + read.quarantined());
  }

  private static byte[] randomFile(Random random, int bytes, int longestLine) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    if (random.nextInt(3) == 0) {
      file.writeBytes("\uFEFF".getBytes(StandardCharsets.UTF_8));
    }
    byte[] first = {};
    while (file.size() < bytes) {
      if (random.nextInt(8) == 0) {
        file.writeBytes("\uFEFF".getBytes(StandardCharsets.UTF_8));
      }
      if (random.nextInt(8) == 0) {
        // What stands first is the header, if there is one, and so is this.
        file.writeBytes(first);
        file.write('\n');
      }
      int lineStart = file.size();
      int length = (int) (longestLine * Math.pow(random.nextDouble(), 4));
      int from = random.nextInt(3);
      String line = "ab!é\r张x".repeat(1 + length / 7);
      file.writeBytes(
          line.substring(from, Math.max(from, length / 2)).getBytes(StandardCharsets.UTF_8));
      if (random.nextInt(8) == 0) {
        file.write(0xFF);
      }
      if (first.length == 0) {
        first = Arrays.copyOfRange(file.toByteArray(), lineStart, file.size());
      }
      String end = List.of("\n", "\r\n", "\n\n", "\r\n\r\n").get(random.nextInt(4));
      file.writeBytes(end.getBytes(StandardCharsets.UTF_8));
    }
    if (random.nextBoolean()) {
      file.writeBytes(
          "no final line end".substring(random.nextInt(17)).getBytes(StandardCharsets.UTF_8));
    }
    return file.toByteArray();
  }

  private static byte[] lines(int number) {
    Random random = new Random(number);
    StringBuilder text = new StringBuilder();
    for (int line = 0; line < number; line++) {
      text.append(line).append(' ').append(random.nextLong()).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] compressed(byte[] file) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(file);
    }
    return bytes.toByteArray();
  }

  private static ReadRecords readCompressed(byte[] compressed) throws IOException {
    InputStream input = new GZIPInputStream(new ByteArrayInputStream(compressed));
    return new ReadRecords(1).add(open(input, UTF_8, LIMIT, 0, Long.MAX_VALUE));
  }

  private static ReadRecords read(byte[] file, TextCharset charset, int limit) throws IOException {
    InputStream input = new ByteArrayInputStream(file);
    return new ReadRecords(1).add(open(input, charset, limit, 0, file.length));
  }

  private static ReadRecords read(byte[] file, int start, int end) throws IOException {
    int from = Math.max(0, start - 1);
    InputStream input = new ByteArrayInputStream(file, from, file.length - from);
    return new ReadRecords(1).add(open(input, UTF_8, LIMIT, start, end));
  }

  private static TextCursor open(
      InputStream input, TextCharset charset, int limit, long start, long end) throws IOException {
    LineFramer lines = new LineFramer(input, Math.max(0, start - 1), limit);
    return TextCursor.open(
        lines, new TextParser(), charset, new Split(0, 0, start, end), new byte[0]);
  }

  private static String header(String file, int limit) throws IOException {
    InputStream input = new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
    return new String(
        TextCursor.firstLine(new LineFramer(input, 0, limit), UTF_8), StandardCharsets.UTF_8);
  }
}
