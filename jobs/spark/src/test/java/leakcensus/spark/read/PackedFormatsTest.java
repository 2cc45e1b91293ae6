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
import java.util.stream.Stream;
import leakcensus.config.ReadSettings;
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
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "XLSX")
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

  private ReadRecords read(byte[] content, LaidOut format, String charset, String parts)
      throws IOException {
    Path path = Files.write(folder.resolve("leak"), content);
    InputFiles files =
        new InputFiles(
            List.of(
                new InputFile(
                    0, 0, "file:" + path, parts, content.length, FilePacking.of(content), 0)));
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
            new ReadSettings(SPLIT_BYTES, 1 << 16, 1),
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
