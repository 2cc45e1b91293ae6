package leakcensus.spark.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import leakcensus.container.ContainerLimits;
import leakcensus.normalise.DateNormaliser;
import leakcensus.normalise.DateOrder;
import leakcensus.normalise.RawValue;
import leakcensus.source.IntakeMeasure;
import leakcensus.source.RecordFault;
import leakcensus.source.Split;
import leakcensus.spark.read.ReadRecords.Read;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParquetCursorTest {

  private static final int ROWS_PER_GROUP = 100;
  private static final int MANY_ROWS = 20_000;
  private static final int TASKS_AT_ONCE = 4;
  private static final int MANY_TASKS = 24;
  private static final MessageType TEXTS =
      MessageTypeParser.parseMessageType(
          "message m { required int64 id; optional binary name (STRING); }");

  @TempDir private Path folder;

  @ParameterizedTest(name = "dictionaries: {0}")
  @ValueSource(booleans = {false, true})
  void readsEveryPrimitiveTypeAsText(boolean dictionaries) throws IOException {
    MessageType types =
        MessageTypeParser.parseMessageType(
            """
            message m {
              required boolean flag;
              required int32 i32;
              required int64 i64;
              required int32 u32 (INTEGER(32, false));
              required int64 u64 (INTEGER(64, false));
              required float f;
              required double d;
              required binary text (STRING);
              required binary bytes;
              required binary choice (ENUM);
              required binary json (JSON);
              required fixed_len_byte_array(16) uuid (UUID);
              required int32 day (DATE);
              required int64 millis (TIMESTAMP(MILLIS, true));
              required int64 micros (TIMESTAMP(MICROS, false));
              required int64 nanos (TIMESTAMP(NANOS, true));
              required int32 time (TIME(MILLIS, true));
              required int96 old;
              required int32 d32 (DECIMAL(9, 2));
              required int64 d64 (DECIMAL(18, 4));
              required binary dbin (DECIMAL(30, 3));
              required fixed_len_byte_array(9) dfix (DECIMAL(20, 0));
            }
            """);
    Group row = new SimpleGroup(types);
    long instant = 1_656_590_400_123L; // 2022-06-30T12:00:00.123Z
    row.add("flag", true);
    row.add("i32", -7);
    row.add("i64", 1234567890123456789L);
    row.add("u32", -1);
    row.add("u64", -1L);
    row.add("f", 1.5f);
    row.add("d", 0.1);
    row.add("text", "张伟 𠮷");
    row.add("bytes", Binary.fromString("13800000000"));
    row.add("choice", "MALE");
    row.add("json", "{\"a\": 1}");
    row.add(
        "uuid",
        Binary.fromConstantByteArray(
            ByteBuffer.allocate(16).putLong(0x0011223344556677L).putLong(-1).array()));
    row.add("day", 19_173);
    row.add("millis", instant);
    row.add("micros", instant * 1_000 + 456);
    row.add("nanos", instant * 1_000_000 + 456_789);
    row.add("time", 3_661_001);
    row.add("old", int96(2_459_761, 43_200_123_000_000L));
    row.add("d32", -12_345);
    row.add("d64", 5L);
    row.add("dbin", decimal("123456789012345678901234567.890", 13));
    row.add("dfix", decimal("-310101198001011234", 9));
    // Three row groups of many equal rows, for which the writer makes dictionaries.
    Path file = write(types, 2 * ROWS_PER_GROUP + 1, index -> row, dictionaries);

    ReadRecords read = read(file, types.getPaths().stream().map(path -> path[0]).toList());

    assertThat(read.records()).hasSize(2 * ROWS_PER_GROUP + 1);
    assertThat(read.records().stream().map(record -> record.values()).distinct()).hasSize(1);
    assertThat(read.records().get(0).values())
        .containsExactly(
            "true",
            "-7",
            "1234567890123456789",
            "4294967295",
            "18446744073709551615",
            "1.5",
            "0.1",
            "张伟 𠮷",
            "13800000000",
            "MALE",
            "{\"a\": 1}",
            "00112233-4455-6677-ffff-ffffffffffff",
            "2022-06-30",
            "2022-06-30T12:00:00.123+0000",
            "2022-06-30T12:00:00.123456",
            "2022-06-30T12:00:00.123456789+0000",
            "01:01:01.001+0000",
            "2022-06-30T12:00:00.123",
            "-123.45",
            "0.0005",
            "123456789012345678901234567.890",
            "-310101198001011234");
  }

  @Test
  void writesDatesAndTimesSoThatTheyAreReadAsBirthDates() throws IOException {
    MessageType types =
        MessageTypeParser.parseMessageType(
            """
            message m {
              required int32 day (DATE);
              required int64 millis (TIMESTAMP(MILLIS, true));
              required int64 micros (TIMESTAMP(MICROS, false));
              required int96 old;
            }
            """);
    Group row = new SimpleGroup(types);
    row.add("day", 3_652); // 1980-01-01
    row.add("millis", 3_652 * 86_400_000L);
    row.add("micros", 3_652 * 86_400_000_000L);
    row.add("old", int96(2_440_588 + 3_652, 0));
    Path file = write(types, 1, index -> row);

    ReadRecords read = read(file, List.of("day", "millis", "micros", "old"));

    DateNormaliser dates = new DateNormaliser(DateOrder.DAY_FIRST);
    assertThat(read.records().get(0).values())
        .allSatisfy(
            value ->
                assertThat(dates.normalise(new RawValue(value)).normal())
                    .as(value)
                    .isEqualTo("1980-01-01"));
  }

  @Test
  void readsOptionalRepeatedAndNestedFields() throws IOException {
    MessageType types =
        MessageTypeParser.parseMessageType(
            """
            message m {
              optional binary name (STRING);
              repeated binary tel (STRING);
              optional group home {
                optional binary city (STRING);
                repeated group street { optional binary line (STRING); }
              }
              optional group mails (LIST) { repeated group list { optional binary element (STRING); } }
            }
            """);
    List<Group> rows = new ArrayList<>();
    for (int row = 0; row < 5; row++) {
      rows.add(new SimpleGroup(types));
    }
    rows.get(0).add("name", "Ann");
    rows.get(0).add("tel", "1");
    rows.get(0).add("tel", "2");
    Group home = rows.get(0).addGroup("home");
    home.add("city", "Bern");
    home.addGroup("street");
    home.addGroup("street").add("line", "second");
    rows.get(2).addGroup("home");
    Group mails = rows.get(3).addGroup("mails");
    mails.addGroup("list");
    mails.addGroup("list").add("element", "a@b");
    mails.addGroup("list").add("element", "c@d");
    rows.get(4).add("tel", "");
    rows.get(4).add("tel", "9");
    Path file = write(types, rows.size(), rows::get);

    ReadRecords read =
        read(
            file,
            List.of("mails.list.element", "tel", "home.city", "home.street.line", "name", "no"));

    assertThat(read.records())
        .extracting(Read::values)
        .containsExactly(
            List.of("", "1", "Bern", "second", "Ann", ""),
            List.of("", "", "", "", "", ""),
            List.of("", "", "", "", "", ""),
            List.of("a@b", "", "", "", "", ""),
            List.of("", "9", "", "", "", ""));
    List<List<String>> tels = new ArrayList<>();
    List<List<String>> addresses = new ArrayList<>();
    List<Boolean> several = new ArrayList<>();
    try (ParquetCursor cursor =
        open(file, List.of("mails.list.element", "tel"), 0, Files.size(file))) {
      while (cursor.next()) {
        addresses.add(cursor.values(0));
        tels.add(cursor.values(1));
        several.add(cursor.hasSeveral(1));
      }
    }
    assertThat(tels)
        .containsExactly(List.of("1", "2"), List.of(), List.of(), List.of(), List.of("9"));
    assertThat(several).containsExactly(true, false, false, false, false);
    assertThat(addresses)
        .containsExactly(List.of(), List.of(), List.of(), List.of("a@b", "c@d"), List.of());
  }

  @Test
  void findsTheElementsOfAListUnderItsNameAlone() throws IOException {
    MessageType types =
        MessageTypeParser.parseMessageType(
            """
            message m {
              optional group mails (LIST) { repeated group list { optional binary element (STRING); } }
              optional group tels (LIST) { repeated binary array (STRING); }
              optional group homes (LIST) { repeated group bag { optional group array_element {
                optional binary city (STRING); optional binary street (STRING); } } }
              optional group cars (LIST) { repeated group car {
                optional binary plate (STRING); optional binary maker (STRING); } }
            }
            """);
    Group row = new SimpleGroup(types);
    Group mails = row.addGroup("mails");
    mails.addGroup("list").add("element", "a@b");
    mails.addGroup("list").add("element", "c@d");
    Group tels = row.addGroup("tels");
    tels.add("array", "1");
    tels.add("array", "2");
    Group homes = row.addGroup("homes");
    homes.addGroup("bag").addGroup("array_element").add("city", "Bern");
    homes.addGroup("bag").addGroup("array_element").add("city", "Brig");
    row.addGroup("cars").addGroup("car").append("plate", "BE 1").add("maker", "x");
    Path file = write(types, 1, unused -> row);
    List<String> columns =
        List.of("cars.plate", "homes.city", "mails", "tels", "tels.array", "homes");

    List<List<String>> values = new ArrayList<>();
    try (ParquetCursor cursor = open(file, columns, 0, Files.size(file))) {
      assertThat(cursor.next()).isTrue();
      for (int column = 0; column < columns.size(); column++) {
        values.add(cursor.values(column));
      }
      assertThat(cursor.next()).isFalse();
    }

    assertThat(values)
        .containsExactly(
            List.of("BE 1"),
            List.of("Bern", "Brig"),
            List.of("a@b", "c@d"),
            List.of(),
            List.of("1", "2"),
            List.of());
  }

  @ParameterizedTest(name = "splits of {0} bytes")
  @ValueSource(longs = {1_024, 5_000, 20_000, 1_000_000})
  void readsEachRowOnceWhateverTheSplits(long splitBytes) throws IOException {
    Path file = write(TEXTS, 1_050, ParquetCursorTest::person);

    ReadRecords read = new ReadRecords(2);
    long length = Files.size(file);
    for (long start = 0; start < length; start += splitBytes) {
      read.add(open(file, List.of("id", "name"), start, Math.min(length, start + splitBytes)));
    }

    assertThat(read.records()).hasSize(1_050);
    for (int row = 0; row < 1_050; row++) {
      assertThat(read.records().get(row))
          .isEqualTo(
              new Read(row, RecordFault.NONE, List.of("" + row, row % 3 == 0 ? "" : "n" + row)));
    }
    assertThat(read.count(IntakeMeasure.RECORDS_READ)).isEqualTo(1_050);
    assertThat(read.count(IntakeMeasure.RECORDS_KEPT)).isEqualTo(1_050);
    assertThat(read.count(IntakeMeasure.PARTIAL)).isZero();
  }

  @ParameterizedTest
  @EnumSource(WriterVersion.class)
  void readsBothVersionsOfPages(WriterVersion version) throws IOException {
    Path file = folder.resolve("v.parquet");
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new LocalOutputFile(file))
            .withType(TEXTS)
            .withWriterVersion(version)
            .withPageRowCountLimit(10)
            .withCompressionCodec(CompressionCodecName.SNAPPY)
            .build()) {
      for (int row = 0; row < 95; row++) {
        writer.write(person(row));
      }
    }

    assertThat(read(file, List.of("name")).values().subList(90, 95))
        .containsExactly("", "n91", "n92", "", "n94");
  }

  /** Tasks of one executor share its machine, and nothing else. */
  @ParameterizedTest
  @EnumSource(
      value = CompressionCodecName.class,
      names = {"UNCOMPRESSED", "SNAPPY", "GZIP", "ZSTD", "LZ4_RAW"})
  void readsTheSameInManyTasksAtOnce(CompressionCodecName codec) throws Exception {
    Path file = folder.resolve("t.parquet");
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new LocalOutputFile(file))
            .withType(TEXTS)
            .withPageRowCountLimit(500)
            .withCompressionCodec(codec)
            .build()) {
      for (int row = 0; row < MANY_ROWS; row++) {
        writer.write(person(row));
      }
    }
    List<String> names =
        IntStream.range(0, MANY_ROWS).mapToObj(row -> row % 3 == 0 ? "" : "n" + row).toList();
    ExecutorService tasks = Executors.newFixedThreadPool(TASKS_AT_ONCE);
    try {
      List<Callable<ReadRecords>> reading =
          Collections.nCopies(MANY_TASKS, () -> read(file, List.of("name")));
      for (Future<ReadRecords> read : tasks.invokeAll(reading)) {
        assertThat(read.get().values()).isEqualTo(names);
      }
    } finally {
      tasks.shutdownNow();
    }
  }

  @Test
  void countsTheRowsOfAFileThatHasNoneOfTheColumns() throws IOException {
    Path file = write(TEXTS, 250, ParquetCursorTest::person);

    ReadRecords read = read(file, List.of("phone"));

    assertThat(read.records()).hasSize(250);
    assertThat(read.values()).containsOnly("");
  }

  @Test
  void readsAFileWithoutRows() throws IOException {
    Path file = write(TEXTS, 0, ParquetCursorTest::person);

    assertThat(read(file, List.of("name")).records()).isEmpty();
  }

  @ParameterizedTest(name = "byte {0} of 100 of the row group")
  @ValueSource(ints = {0, 1, 2, 5, 20, 50, 80, 95, 99})
  void quarantinesTheRestOfARowGroupWhoseBytesWereChanged(int percent) throws IOException {
    Path file = write(TEXTS, 300, ParquetCursorTest::person);
    BlockMetaData second = rowGroups(file).get(1);
    long from = second.getStartingPos();
    long length = second.getCompressedSize();
    flip(file, from + length * percent / 100, Math.min(16, length * (100 - percent) / 100));

    ReadRecords read = read(file, List.of("id", "name"));

    assertThat(read.records()).hasSize(300);
    assertThat(read.count(IntakeMeasure.RECORDS_READ)).isEqualTo(300);
    assertThat(read.count(IntakeMeasure.PARTIAL)).isEqualTo(1);
    assertThat(read.quarantined()).isBetween(1L, 100L);
    assertThat(read.count(IntakeMeasure.RECORDS_KEPT)).isEqualTo(300 - read.quarantined());
    for (int row = 0; row < 300; row++) {
      Read record = read.records().get(row);
      boolean outside = row < ROWS_PER_GROUP || row >= 2 * ROWS_PER_GROUP;
      boolean good = outside || row < 2 * ROWS_PER_GROUP - read.quarantined();
      assertThat(record.position()).isEqualTo(row);
      assertThat(record.fault()).isEqualTo(good ? RecordFault.NONE : RecordFault.TRUNCATED);
      if (good) {
        assertThat(record.values()).containsExactly("" + row, row % 3 == 0 ? "" : "n" + row);
      }
    }
  }

  @Test
  void survivesAnyFlippedByteAndKeepsTheOtherRowGroups() throws IOException {
    Path file = write(TEXTS, 300, ParquetCursorTest::person);
    byte[] good = Files.readAllBytes(file);
    BlockMetaData second = rowGroups(file).get(1);
    Random random = new Random(1);
    for (int i = 0; i < 200; i++) {
      byte[] bad = good.clone();
      int at = (int) (second.getStartingPos() + random.nextInt((int) second.getCompressedSize()));
      bad[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, bad);

      ReadRecords read = read(file, List.of("id", "name"));

      assertThat(read.records()).as("byte %d", at).hasSize(300);
      assertThat(read.quarantined()).as("byte %d", at).isLessThanOrEqualTo(100);
      assertThat(read.faults().subList(0, 100)).containsOnly(RecordFault.NONE);
      assertThat(read.faults().subList(200, 300)).containsOnly(RecordFault.NONE);
    }
  }

  @ParameterizedTest
  @CsvSource({"0", "3", "12", "200"})
  void refusesWhatIsNotParquet(int length) throws IOException {
    Path file = folder.resolve("not.parquet");
    Files.write(file, "x".repeat(length).getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> open(file, List.of("a"), 0, 1_000))
        .isInstanceOf(IOException.class)
        .hasMessage("Cannot read the footer of a Parquet file (RuntimeException)")
        .hasNoCause();
  }

  private static Group person(int row) {
    Group group = new SimpleGroup(TEXTS);
    group.add("id", (long) row);
    if (row % 3 != 0) {
      group.add("name", "n" + row);
    }
    return group;
  }

  /** Dictionaries of two row groups, a chunk that gives its dictionary up, and lists. */
  @Test
  void readsTheSameWithDictionariesAndWithout() throws IOException {
    MessageType types =
        MessageTypeParser.parseMessageType(
            """
            message m {
              required int64 id;
              optional binary sex (STRING);
              optional binary town (STRING);
              repeated binary phone (STRING);
            }
            """);
    IntFunction<Group> row =
        index -> {
          Group group = new SimpleGroup(types);
          group.add("id", (long) index);
          if (index % 7 != 0) {
            group.add("sex", index % 2 == 0 ? "male" : "female");
          }
          // Few towns in each row group, others in the next one; then many long ones.
          String town = "town " + index / ROWS_PER_GROUP + " " + index % 3;
          group.add("town", index < 3 * ROWS_PER_GROUP ? town : "x".repeat(20_000) + index);
          for (int phone = 0; phone < index % 4; phone++) {
            group.add("phone", "1390000000" + (index + phone) % 5);
          }
          return group;
        };
    List<String> columns = List.of("id", "sex", "town", "phone");

    List<?> plain = read(write(types, 5 * ROWS_PER_GROUP, row, false), columns).records();
    List<?> coded = read(write(types, 5 * ROWS_PER_GROUP, row, true), columns).records();

    assertThat(coded).hasSize(5 * ROWS_PER_GROUP).isEqualTo(plain);
  }

  private Path write(MessageType type, int rows, IntFunction<Group> row) throws IOException {
    return write(type, rows, row, false);
  }

  private Path write(MessageType type, int rows, IntFunction<Group> row, boolean dictionaries)
      throws IOException {
    Files.deleteIfExists(folder.resolve("t.parquet"));
    Path file = folder.resolve("t.parquet");
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new LocalOutputFile(file))
            .withType(type)
            .withRowGroupRowCountLimit(ROWS_PER_GROUP)
            .withPageRowCountLimit(20)
            .withDictionaryEncoding(dictionaries)
            .build()) {
      for (int index = 0; index < rows; index++) {
        writer.write(row.apply(index));
      }
    }
    return file;
  }

  private static List<BlockMetaData> rowGroups(Path file) throws IOException {
    try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file))) {
      return reader.getRowGroups();
    }
  }

  private static void flip(Path file, long at, long bytes) throws IOException {
    byte[] content = Files.readAllBytes(file);
    for (int i = (int) at; i < at + bytes; i++) {
      content[i] ^= 0x5A;
    }
    Files.write(file, content);
  }

  private static ReadRecords read(Path file, List<String> columns) throws IOException {
    return new ReadRecords(columns.size()).add(open(file, columns, 0, Files.size(file)));
  }

  private static ParquetCursor open(Path file, List<String> columns, long start, long end)
      throws IOException {
    return ParquetCursor.open(
        new LocalInputFile(file), columns, ContainerLimits.DEFAULT, new Split(0, 0, start, end));
  }

  private static Binary int96(int julianDay, long nanosOfDay) {
    ByteBuffer bytes = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
    return Binary.fromConstantByteArray(bytes.putLong(nanosOfDay).putInt(julianDay).array());
  }

  private static Binary decimal(String number, int bytes) {
    byte[] unscaled = new BigDecimal(number).unscaledValue().toByteArray();
    byte[] padded = new byte[bytes];
    Arrays.fill(padded, (byte) (unscaled[0] < 0 ? -1 : 0));
    System.arraycopy(unscaled, 0, padded, bytes - unscaled.length, unscaled.length);
    return Binary.fromConstantByteArray(padded);
  }
}
