package leakcensus.spark.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import leakcensus.config.QuarantineLimit;
import leakcensus.config.QuarantineLimits;
import leakcensus.config.ReadSettings;
import leakcensus.container.ContainerLimits;
import leakcensus.normalise.DateOrder;
import leakcensus.normalise.NationalIdRule;
import leakcensus.normalise.NormaliseSettings;
import leakcensus.person.PersonField;
import leakcensus.source.IntakeMeasure;
import leakcensus.source.RecordFault;
import leakcensus.source.Slot;
import leakcensus.source.Source;
import leakcensus.source.Split;
import leakcensus.spark.read.ReadRecords.Read;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.util.SerializableConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The same people come out of every format, in every charset, however it is packed. */
class PackedFormatsTest {

  private static final long SPLIT_BYTES = 1_024;

  /** What is held in memory is held in pieces of this size. */
  private static final int PIECE_BYTES = 1 << 18;

  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("combinations")
  void readsTheSamePeople(LaidOut format, String charset, Packing packing) throws IOException {
    byte[] text = format.write(Charset.forName(charset));

    ReadRecords read = read(packing.pack(text), format, format.isText() ? charset : "UTF-8", "");

    assertThat(read.records()).extracting(Read::values).isEqualTo(LaidOut.people());
    assertThat(read.quarantined()).isZero();
    if (format.isText()) {
      assertThat(read.accountedBytes()).isEqualTo(text.length);
    }
  }

  static Stream<Arguments> combinations() {
    List<Arguments> all = new ArrayList<>();
    for (LaidOut format : LaidOut.values()) {
      for (Packing packing : Packing.values()) {
        for (String charset : format.isText() ? List.of("UTF-8", "GB18030") : List.of("UTF-8")) {
          all.add(Arguments.of(format, charset, packing));
        }
      }
    }
    for (String charset : List.of("UTF-16LE", "UTF-16BE", "UTF-32LE", "Big5", "windows-31j")) {
      all.add(Arguments.of(LaidOut.CSV, charset, Packing.PLAIN));
      all.add(Arguments.of(LaidOut.CSV, charset, Packing.ZIP));
      all.add(Arguments.of(LaidOut.JSON_LINES, charset, Packing.GZIP));
    }
    return all.stream();
  }

  @Test
  void readsThePartsThatAPatternNames() throws IOException {
    byte[] people = LaidOut.CSV.write(StandardCharsets.UTF_8);
    byte[] zip =
        Packing.zip(
            Map.of(
                "2022/people.csv",
                people,
                "2022/notes.txt",
                new byte[] {'x'},
                "2023/people.csv",
                people));

    assertThat(read(zip, LaidOut.CSV, "UTF-8", "2022/*.csv").values()).hasSize(LaidOut.PEOPLE);
    assertThat(read(zip, LaidOut.CSV, "UTF-8", "**/*.csv").values()).hasSize(2 * LaidOut.PEOPLE);
    assertThat(read(zip, LaidOut.CSV, "UTF-8", "none").records()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"XLSX", "PARQUET"})
  void passesOverTheByteOrderMarkOfEveryPart(LaidOut format) throws IOException {
    byte[] people = format.write(StandardCharsets.UTF_8);
    byte[] marked = new byte[people.length + 3];
    System.arraycopy(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, 0, marked, 0, 3);
    System.arraycopy(people, 0, marked, 3, people.length);

    ReadRecords read = read(Packing.zip(Map.of("a", marked, "b", marked)), format, "UTF-8", "");

    List<List<String>> twice = new ArrayList<>(LaidOut.people());
    twice.addAll(LaidOut.people());
    assertThat(read.records()).extracting(Read::values).isEqualTo(twice);
    assertThat(read.quarantined()).isZero();
    assertThat(read.accountedBytes()).isEqualTo(2L * marked.length);
  }

  @Test
  void countsPositionsOnFromPartToPart() throws IOException {
    byte[] people = LaidOut.CSV.write(StandardCharsets.UTF_8);

    ReadRecords read =
        read(Packing.zip(Map.of("a.csv", people, "b.csv", people)), LaidOut.CSV, "UTF-8", "");

    List<Long> positions = read.records().stream().map(Read::position).toList();
    assertThat(positions).isSorted().doesNotHaveDuplicates();
    assertThat(positions.get(LaidOut.PEOPLE)).isEqualTo(positions.get(0) + people.length);
    assertThat(read.accountedBytes()).isEqualTo(2L * people.length);
  }

  @Test
  void listsWhatItRefusesOfAPackedFile() throws IOException {
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 1, 2, 3};
    byte[] people = LaidOut.CSV.write(StandardCharsets.UTF_8);

    ReadRecords read =
        read(
            Packing.zip(Map.of("a.csv", people, "../b.csv", people, "photo.csv", png)),
            LaidOut.CSV,
            "UTF-8",
            "");

    assertThat(read.values()).hasSize(LaidOut.PEOPLE);
    assertThat(read.intake().quarantined(0, RecordFault.PART_UNSAFE)).isEqualTo(1);
    assertThat(read.intake().quarantined(0, RecordFault.PART_WITHOUT_RECORDS)).isEqualTo(1);
    assertThat(read.count(IntakeMeasure.RECORDS_READ)).isEqualTo(LaidOut.PEOPLE + 2);
  }

  @Test
  void readsTheOtherPartsWhereTheHeaderOfOneCannotBeParsed() throws IOException {
    byte[] people = LaidOut.CSV.write(StandardCharsets.UTF_8);
    byte[] bad = "name,\"tel\nAnn,1\n".getBytes(StandardCharsets.UTF_8);

    ReadRecords read =
        read(Packing.zip(Map.of("a.csv", bad, "b.csv", people)), LaidOut.CSV, "UTF-8", "");

    assertThat(read.values()).hasSize(LaidOut.PEOPLE);
    assertThat(read.intake().quarantined(0, RecordFault.PART_UNREADABLE)).isEqualTo(1);
    assertThat(read.count(IntakeMeasure.RECORDS_READ)).isEqualTo(LaidOut.PEOPLE + 1);
  }

  @Test
  void readsTheOtherWorkbooksWhereOneIsBroken() throws IOException {
    byte[] people = LaidOut.XLSX.write(StandardCharsets.UTF_8);
    byte[] cut = Arrays.copyOf(people, people.length * 2 / 3);

    ReadRecords read =
        read(Packing.zip(Map.of("a.xlsx", cut, "b.xlsx", people)), LaidOut.XLSX, "UTF-8", "");

    assertThat(read.values()).hasSize(LaidOut.PEOPLE);
    assertThat(read.intake().quarantined(0, RecordFault.PART_UNREADABLE)).isEqualTo(1);
    assertThat(read.count(IntakeMeasure.UNREADABLE)).isZero();
  }

  @Test
  void readsATruncatedFileUpToItsEndAndSaysSo() throws IOException {
    byte[] packed = Packing.GZIP.pack(LaidOut.CSV.write(StandardCharsets.UTF_8));

    ReadRecords read = read(Arrays.copyOf(packed, packed.length * 2 / 3), LaidOut.CSV, "UTF-8", "");

    assertThat(read.values().size()).isBetween(1, LaidOut.PEOPLE - 1);
    assertThat(read.count(IntakeMeasure.PARTIAL)).isEqualTo(1);
    assertThat(read.intake().quarantined(0, RecordFault.PART_BROKEN)).isZero();
    assertThat(read.quarantined()).isEqualTo(1);
  }

  @Test
  void readsAllMembersOfAGzipFileAndCountsTheJunkBehindThem() throws IOException {
    byte[] people = LaidOut.JSON_LINES.write(StandardCharsets.UTF_8);
    byte[] member = Packing.GZIP.pack(people);
    byte[] twice = new byte[2 * member.length + 5];
    System.arraycopy(member, 0, twice, 0, member.length);
    System.arraycopy(member, 0, twice, member.length, member.length);
    System.arraycopy("junk!".getBytes(StandardCharsets.US_ASCII), 0, twice, 2 * member.length, 5);

    ReadRecords read = read(twice, LaidOut.JSON_LINES, "UTF-8", "");

    assertThat(read.values()).hasSize(2 * LaidOut.PEOPLE);
    assertThat(read.intake().quarantined(0, RecordFault.PART_UNREAD)).isEqualTo(1);
  }

  @Test
  void countsRowsOnFromParquetFileToParquetFile() throws IOException {
    byte[] people = LaidOut.PARQUET.write(StandardCharsets.UTF_8);

    ReadRecords read =
        read(Packing.zip(Map.of("a", people, "b", people)), LaidOut.PARQUET, "UTF-8", "");

    assertThat(read.records())
        .extracting(Read::position)
        .containsExactlyElementsOf(LongStream.range(0, 2L * LaidOut.PEOPLE).boxed().toList());
    assertThat(read.values().subList(LaidOut.PEOPLE, 2 * LaidOut.PEOPLE))
        .isEqualTo(read.values().subList(0, LaidOut.PEOPLE));
    assertThat(read.count(IntakeMeasure.RECORDS_READ)).isEqualTo(2L * LaidOut.PEOPLE);
    assertThat(read.accountedBytes()).isZero();
  }

  @Test
  void holdsAParquetFileAsFarAsMemoryIsPermittedAndSaysWhereItIsNot() throws IOException {
    byte[] people = LaidOut.PARQUET.write(StandardCharsets.UTF_8);
    byte[] zip = Packing.zip(Map.of("a", people, "b", people));
    ContainerLimits enough = new ContainerLimits(1_000, 100_000_000, 9, 4, 1 << 30, PIECE_BYTES);
    ContainerLimits little =
        new ContainerLimits(1_000, 100_000_000, 9, 4, 1 << 30, PIECE_BYTES - 1);

    // One at a time: what was held of the first is given back before the second.
    ReadRecords held = read(zip, LaidOut.PARQUET, "UTF-8", "", enough);
    ReadRecords refused = read(zip, LaidOut.PARQUET, "UTF-8", "", little);

    assertThat(people.length).isLessThan(PIECE_BYTES);
    assertThat(held.values()).hasSize(2 * LaidOut.PEOPLE);
    assertThat(held.quarantined()).isZero();
    assertThat(refused.records()).isEmpty();
    assertThat(refused.count(IntakeMeasure.RECORDS_READ)).isEqualTo(2);
    assertThat(refused.intake().quarantined(0, RecordFault.PART_OVER_LIMIT)).isEqualTo(2);
  }

  @Test
  void readsTheOtherParquetFilesWhereOneIsBroken() throws IOException {
    byte[] people = LaidOut.PARQUET.write(StandardCharsets.UTF_8);
    byte[] cut = Arrays.copyOf(people, people.length * 2 / 3);
    byte[] lines = LaidOut.CSV.write(StandardCharsets.UTF_8);
    byte[] page = people.clone();
    page[40] ^= 0x5A;

    ReadRecords read =
        read(
            Packing.zip(Map.of("a", cut, "b", lines, "c", page, "d", people)),
            LaidOut.PARQUET,
            "UTF-8",
            "");

    assertThat(read.intake().quarantined(0, RecordFault.PART_UNREADABLE)).isEqualTo(2);
    assertThat(read.intake().quarantined(0, RecordFault.TRUNCATED)).isEqualTo(40);
    assertThat(read.count(IntakeMeasure.PARTIAL)).isEqualTo(1);
    assertThat(read.values()).hasSize(2 * LaidOut.PEOPLE - 40);
    assertThat(read.records()).extracting(Read::position).isSorted().doesNotHaveDuplicates();
    assertThat(read.count(IntakeMeasure.RECORDS_READ)).isEqualTo(2L * LaidOut.PEOPLE + 2);
  }

  @Test
  void readsNoParquetFileThatItsPackingDoesNotGiveWhole() throws IOException {
    byte[] packed = Packing.GZIP.pack(LaidOut.PARQUET.write(StandardCharsets.UTF_8));

    ReadRecords read =
        read(Arrays.copyOf(packed, packed.length - 30), LaidOut.PARQUET, "UTF-8", "");

    assertThat(read.records()).isEmpty();
    assertThat(read.intake().quarantined(0, RecordFault.PART_BROKEN)).isEqualTo(1);
    assertThat(read.count(IntakeMeasure.PARTIAL)).isEqualTo(1);
    assertThat(read.count(IntakeMeasure.RECORDS_READ)).isEqualTo(1);
  }

  @Test
  void unpacksAsFarAsTheConfiguredLimits() throws IOException {
    byte[] people = LaidOut.CSV.write(StandardCharsets.UTF_8);
    byte[] zip = Packing.zip(Map.of("a.csv", people, "b.csv", people));
    ContainerLimits all = ContainerLimits.DEFAULT;

    assertLimited(zip, limits(all.maxEntries(), all.maxDepth(), all.maxUnpackedBytes()), 2, 0);
    assertLimited(zip, limits(1, all.maxDepth(), all.maxUnpackedBytes()), 1, 1);
    assertLimited(zip, limits(all.maxEntries(), 0, all.maxUnpackedBytes()), 0, 1);
    assertLimited(zip, limits(all.maxEntries(), all.maxDepth(), people.length), 1, 1);
  }

  private void assertLimited(byte[] zip, ContainerLimits limits, int parts, int refused)
      throws IOException {
    ReadRecords read = read(zip, LaidOut.CSV, "UTF-8", "", limits);

    assertThat(read.values()).hasSize(parts * LaidOut.PEOPLE);
    assertThat(read.intake().quarantined(0, RecordFault.PART_OVER_LIMIT)).isEqualTo(refused);
    assertThat(read.count(IntakeMeasure.RECORDS_READ))
        .isEqualTo((long) parts * LaidOut.PEOPLE + refused);
  }

  private static ContainerLimits limits(long entries, int depth, long bytes) {
    return new ContainerLimits(1_000, 100_000_000, entries, depth, bytes, 1 << 20);
  }

  private ReadRecords read(byte[] content, LaidOut format, String charset, String parts)
      throws IOException {
    return read(content, format, charset, parts, ContainerLimits.DEFAULT);
  }

  private ReadRecords read(
      byte[] content, LaidOut format, String charset, String parts, ContainerLimits limits)
      throws IOException {
    Path path = Files.write(folder.resolve("leak"), content);
    InputFiles files =
        new InputFiles(
            List.of(
                new InputFile(
                    0, 0, "file:" + path, parts, content.length, 0, FilePacking.of(content), 0)));
    Source source =
        new Source(
            "s",
            List.of("leak"),
            format.format(),
            charset,
            List.of(
                Slot.of(
                    "holder",
                    Map.of(
                        PersonField.FULL_NAME,
                        List.of("name"),
                        PersonField.PHONE,
                        List.of("tel")))),
            List.of(),
            new NormaliseSettings("CN", NationalIdRule.OPAQUE, DateOrder.DAY_FIRST));
    FileSplitReader reader =
        new FileSplitReader(
            files,
            List.of(source),
            new ReadSettings(
                SPLIT_BYTES, 1 << 16, QuarantineLimits.of(QuarantineLimit.ofRatio(1)), limits),
            new SerializableConfiguration(new Configuration(false)));
    ReadRecords read = new ReadRecords(2);
    for (List<Split> task : PlanSplits.plan(files, List.of(source), SPLIT_BYTES)) {
      for (Split split : task) {
        read.add(reader.open(split, files.file(0).location()));
      }
    }
    return read;
  }
}
