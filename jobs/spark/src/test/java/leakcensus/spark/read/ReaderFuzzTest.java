package leakcensus.spark.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import leakcensus.config.ReadSettings;
import leakcensus.container.BrokenPartException;
import leakcensus.container.ContainerLimits;
import leakcensus.container.OpenContainer;
import leakcensus.container.PartCursor;
import leakcensus.normalise.DateOrder;
import leakcensus.normalise.NationalIdRule;
import leakcensus.normalise.NormaliseSettings;
import leakcensus.person.PersonField;
import leakcensus.source.IntakeMeasure;
import leakcensus.source.RecordCursor;
import leakcensus.source.RecordFault;
import leakcensus.source.RecordFormat;
import leakcensus.source.Slot;
import leakcensus.source.Source;
import leakcensus.source.Split;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.apache.spark.util.SerializableConfiguration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever the bytes of a file, the reader that a census uses ends, accounts for every byte and
 * record, throws nothing once it has counted something, and tells no value.
 *
 * <p>{@code -Dleakcensus.fuzz=20000} tries more, {@code -Dleakcensus.fuzz.seed=2} others.
 */
class ReaderFuzzTest {

  private static final int MUTATIONS = Integer.getInteger("leakcensus.fuzz", 200);
  private static final long SEED = Long.getLong("leakcensus.fuzz.seed", 1);
  private static final Duration LIMIT = Duration.ofSeconds(30);

  /** What stands in the values of {@link LaidOut#people}, and in no message of any program. */
  private static final List<String> CANARIES = List.of("139000", "東京", "Ann1", "Ann2", "王");

  private static final MessageType PARQUET =
      MessageTypeParser.parseMessageType(
          "message m { optional binary name (STRING); required binary tel (STRING); }");

  @TempDir private Path folder;

  /** The reader on a damaged file. */
  private interface Damaged {
    void read(byte[] bytes, int round) throws IOException;
  }

  @ParameterizedTest
  @EnumSource
  void survivesDamageToEveryFormat(LaidOut format) throws IOException {
    byte[] whole = format.write(StandardCharsets.UTF_8);

    repeat(whole, MUTATIONS, (bytes, round) -> check(bytes, format.format(), round));
    tell(MUTATIONS, format.name());
  }

  static Stream<Arguments> packed() {
    List<Arguments> all = new ArrayList<>();
    for (Packing packing : Packing.values()) {
      if (packing != Packing.PLAIN) {
        all.add(Arguments.of(packing, LaidOut.CSV));
        all.add(Arguments.of(packing, LaidOut.JSON_ARRAY));
        all.add(Arguments.of(packing, LaidOut.XLSX));
      }
    }
    return all.stream();
  }

  /** Checksums find most damage here; what passes them is the format's. */
  @ParameterizedTest
  @MethodSource("packed")
  void survivesDamageToEveryContainer(Packing packing, LaidOut format) throws IOException {
    byte[] whole = packing.pack(format.write(StandardCharsets.UTF_8));

    repeat(whole, MUTATIONS / 10 + 1, (bytes, round) -> check(bytes, format.format(), round));
    tell(MUTATIONS / 10 + 1, format + " in " + packing);
  }

  /** Damage inside sound containers. */
  @ParameterizedTest
  @EnumSource
  void survivesDamageInsideOfContainers(LaidOut format) throws IOException {
    byte[] whole = format.write(StandardCharsets.UTF_8);

    repeat(
        whole,
        MUTATIONS / 10 + 1,
        (bytes, round) ->
            check(Packing.zip(Map.of("a", bytes, "b", whole)), format.format(), round));
  }

  @ParameterizedTest
  @EnumSource(
      value = CompressionCodecName.class,
      names = {"UNCOMPRESSED", "SNAPPY", "GZIP", "ZSTD"})
  void survivesDamageToParquet(CompressionCodecName codec) throws IOException {
    byte[] whole = parquet(codec);

    repeat(
        whole,
        MUTATIONS / 4 + 1,
        (bytes, round) -> check(bytes, new RecordFormat.ParquetRows(), round));
    tell(MUTATIONS / 4 + 1, "Parquet, " + codec);
  }

  /** For the table that {@code bench/faults} writes. */
  private static void tell(int mutations, String what) {
    System.out.printf(
        "fault-row: {\"row\": \"12\", \"injected\": \"bytes flipped, cut, doubled and moved\", \"seen\": \"%d damaged files: %s\", \"outcome\": \"each read to an end, all bytes and records accounted for, nothing quoted\"}%n",
        mutations, what.toLowerCase(Locale.ROOT));
  }

  private void repeat(byte[] whole, int mutations, Damaged damaged) throws IOException {
    PrintStream before = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      damaged.read(whole, 0);
      for (int round = 0; round < mutations; round++) {
        long seed = SEED * 1_000_003 + round;
        byte[] bytes = Mutate.of(whole, new Random(seed));
        int number = round;
        try {
          assertTimeoutPreemptively(LIMIT, () -> damaged.read(bytes, number));
        } catch (RuntimeException | Error fault) {
          throw new AssertionError("Failed at seed %d".formatted(seed), fault);
        }
      }
    } finally {
      System.setErr(before);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .as("standard error")
        .doesNotContain(CANARIES);
  }

  private void check(byte[] bytes, RecordFormat format, int round) throws IOException {
    Path path = Files.write(folder.resolve("leak"), bytes);
    InputFile file =
        new InputFile(
            0, 0, "file:" + path, new FileStamp(bytes.length, 0), FilePacking.of(bytes), 0);
    InputFiles files = new InputFiles(List.of(file));
    List<Source> sources = List.of(source(format, round % 3 == 0 ? Source.DETECT : "UTF-8"));
    ReadSettings settings = new ReadSettings(1_024, round % 2 == 0 ? 300 : 1 << 16, 1);
    FileSplitReader reader =
        new FileSplitReader(
            files, sources, settings, new SerializableConfiguration(new Configuration(false)));
    ReadRecords read = new ReadRecords(2);
    boolean whole = true;
    for (List<Split> task : PlanSplits.plan(files, sources, settings.splitBytes())) {
      for (Split split : task) {
        RecordCursor cursor;
        try {
          cursor = reader.open(split, file.path());
        } catch (IOException | RuntimeException unreadable) {
          // Such a split is told as unreadable, and so nothing may have been counted.
          assertTellsNoValue(unreadable);
          assertMayBeUnreadable(format, unreadable);
          whole = false;
          continue;
        }
        readAll(read, cursor, split);
      }
    }
    account(read);
    if (!(format instanceof RecordFormat.ParquetRows)) {
      // A damaged footer tells where row groups stand, and so in which split one is read.
      assertPositionsRise(read);
    }
    if (whole && !format.isBinary()) {
      accountBytes(read, file, format);
    }
  }

  private static void readAll(ReadRecords read, RecordCursor cursor, Split split) {
    try {
      read.add(cursor);
    } catch (IOException | RuntimeException fault) {
      assertTellsNoValue(fault);
      throw new AssertionError("Cannot go on in split at " + split.start(), fault);
    }
  }

  private static void assertMayBeUnreadable(RecordFormat format, Exception unreadable) {
    if (format instanceof RecordFormat.Delimited) {
      assertThat(unreadable).hasMessage(DelimitedHeader.UNREADABLE);
    } else {
      assertThat(format).isInstanceOf(RecordFormat.ParquetRows.class);
    }
  }

  private static void assertTellsNoValue(Throwable fault) {
    Set<Throwable> seen = new HashSet<>();
    for (Throwable cause = fault; cause != null && seen.add(cause); cause = cause.getCause()) {
      assertThat(String.valueOf(cause)).doesNotContain(CANARIES);
      for (Throwable suppressed : cause.getSuppressed()) {
        assertThat(String.valueOf(suppressed)).doesNotContain(CANARIES);
      }
    }
  }

  private static void account(ReadRecords read) {
    long kept = read.count(IntakeMeasure.RECORDS_KEPT);
    assertThat(kept).isEqualTo(read.faults().stream().filter(RecordFault.NONE::equals).count());
    assertThat(read.count(IntakeMeasure.RECORDS_READ)).isEqualTo(kept + read.quarantined());
    // What is refused of a container is counted, but is no record that the cursor stands on.
    assertThat(read.records().size() + refused(read))
        .isEqualTo(read.count(IntakeMeasure.RECORDS_READ));
  }

  private static void accountBytes(ReadRecords read, InputFile file, RecordFormat format)
      throws IOException {
    if (file.compression() == FilePacking.NONE && format.isSplittable()) {
      assertThat(read.accountedBytes()).isEqualTo(file.bytes());
    } else if (read.intake().quarantined(0, RecordFault.PART_UNREADABLE)
            + read.intake().quarantined(0, RecordFault.PART_WITHOUT_RECORDS)
            + read.count(IntakeMeasure.UNREADABLE)
        == 0) {
      assertThat(read.accountedBytes()).isEqualTo(bytesOfParts(file));
    } else {
      assertThat(read.accountedBytes()).isLessThanOrEqualTo(bytesOfParts(file));
    }
  }

  private static long refused(ReadRecords read) {
    long refused = 0;
    for (RecordFault fault : RecordFault.values()) {
      refused += fault.name().startsWith("PART_") ? read.intake().quarantined(0, fault) : 0;
    }
    return refused;
  }

  private static void assertPositionsRise(ReadRecords read) {
    long last = -1;
    for (ReadRecords.Read record : read.records()) {
      assertThat(record.position()).isGreaterThan(last);
      last = record.position();
    }
  }

  /** What a file gives when it is unpacked and nothing else. */
  private static long bytesOfParts(InputFile file) throws IOException {
    long bytes = 0;
    byte[] buffer = new byte[1 << 14];
    org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(file.path());
    try (HadoopBytes input = HadoopBytes.open(path, new Configuration(false));
        PartCursor parts = OpenContainer.open(input, ContainerLimits.DEFAULT)) {
      while (parts.next()) {
        bytes += parts.content().isNoData() ? 0 : length(parts.bytes(), buffer);
      }
    }
    return bytes;
  }

  private static long length(InputStream in, byte[] buffer) throws IOException {
    long length = 0;
    try {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        length += read;
      }
    } catch (BrokenPartException broken) {
      return length;
    }
    return length;
  }

  private byte[] parquet(CompressionCodecName codec) throws IOException {
    Path path = folder.resolve("parquet");
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new LocalOutputFile(path))
            .withType(PARQUET)
            .withCompressionCodec(codec)
            .withRowGroupRowCountLimit(40)
            .withPageRowCountLimit(15)
            .build()) {
      for (List<String> person : LaidOut.people()) {
        Group row = new SimpleGroup(PARQUET);
        row.add("name", person.get(0));
        row.add("tel", person.get(1));
        writer.write(row);
      }
    }
    byte[] whole = Files.readAllBytes(path);
    Files.delete(path);
    return whole;
  }

  private static Source source(RecordFormat format, String charset) {
    return new Source(
        "s",
        List.of("leak"),
        format,
        charset,
        List.of(
            Slot.of(
                "holder",
                Map.of(PersonField.FULL_NAME, List.of("name"), PersonField.PHONE, List.of("tel")))),
        List.of(),
        new NormaliseSettings("CN", NationalIdRule.OPAQUE, DateOrder.DAY_FIRST));
  }
}
