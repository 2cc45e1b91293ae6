package leakcensus.spark.synthesise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import leakcensus.person.PersonField;
import leakcensus.synthetic.FileCompression;
import leakcensus.synthetic.LeakFormat;
import leakcensus.synthetic.RecordLaw;
import leakcensus.synthetic.SourceKind;
import leakcensus.synthetic.SourceTally.Count;
import leakcensus.synthetic.SyntheticLeak;
import leakcensus.synthetic.SyntheticNoise;
import leakcensus.synthetic.SyntheticSettings;
import leakcensus.synthetic.SyntheticSource;
import leakcensus.synthetic.SyntheticTruth;
import leakcensus.synthetic.TruthJson;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteLeakIT {

  private static final SyntheticSettings SETTINGS =
      new SyntheticSettings(
          77,
          5_000,
          0.4,
          0.1,
          0.5,
          new SyntheticNoise(0.1, 0.05, 0.05, 0.05, 0.02, 0.02),
          List.of(
              source("register", SourceKind.PERSONS, LeakFormat.PARQUET, FileCompression.NONE),
              source("parcels", SourceKind.DELIVERIES, LeakFormat.CSV, FileCompression.NONE),
              source("reports", SourceKind.CASES, LeakFormat.JSON_LINES, FileCompression.GZIP)));

  private static SparkSession spark;

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    spark =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", false)
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.shuffle.partitions", 3)
            .getOrCreate();
  }

  @AfterAll
  static void stop() {
    spark.stop();
  }

  @Test
  void tellsTheTruthOfTheLeak() throws IOException {
    SyntheticTruth truth = new WriteLeak(spark).write(SETTINGS, folder.toString());

    assertThat(truth).isEqualTo(SyntheticTruth.of(new SyntheticLeak(SETTINGS)));
    assertThat(Files.readString(folder.resolve("truth.json"))).isEqualTo(TruthJson.text(truth));
    assertThat(Files.readString(folder.resolve("sources.conf")))
        .contains("files = [\"reports/*.jsonl.gz\"]", "format = parquet");
  }

  @Test
  void writesRecordsThatSparkReadsBack() throws IOException {
    SyntheticTruth truth = new WriteLeak(spark).write(SETTINGS, folder.toString());

    List<Row> register =
        spark.read().parquet(folder.resolve("register").toString()).collectAsList();
    assertThat((long) register.size()).isEqualTo(truth.sources().get(0).count(Count.RECORDS));
    assertThat(register.stream().filter(row -> row.getAs("id_no") != null).count())
        .isEqualTo(truth.sources().get(0).present(0, PersonField.NATIONAL_ID));
    assertThat(frequencies(register)).isEqualTo(truth.frequencies(0));
    long reports = 0;
    for (Path file : files(folder.resolve("reports"))) {
      reports += unzipped(file).lines().count();
    }
    assertThat(reports).isEqualTo(truth.sources().get(2).count(Count.RECORDS));
  }

  @Test
  void writesTheSameBytesWithOtherTasks(@TempDir Path other) throws IOException {
    new WriteLeak(spark).write(SETTINGS, folder.toString());
    spark.conf().set("spark.sql.shuffle.partitions", 7);
    spark.conf().set("spark.sql.adaptive.enabled", false);

    new WriteLeak(spark).write(SETTINGS, other.toString());

    spark.conf().unset("spark.sql.adaptive.enabled");
    spark.conf().set("spark.sql.shuffle.partitions", 3);
    List<Path> written = files(folder);
    assertThat(written).hasSize(3 * 3 + 2);
    assertThat(files(other)).hasSameSizeAs(written);
    for (Path file : written) {
      assertThat(other.resolve(folder.relativize(file))).hasSameBinaryContentAs(file);
    }
  }

  @Test
  void writesFilesWithoutRecordsToo() throws IOException {
    SyntheticSettings lonely =
        new SyntheticSettings(1, 2, 0.01, 0, 0, SyntheticNoise.none(), SETTINGS.sources());

    SyntheticTruth truth = new WriteLeak(spark).write(lonely, folder.toString());

    assertThat(truth.samplePersons()).isZero();
    assertThat(files(folder)).hasSize(3 * 3 + 2);
    assertThat(Files.readString(folder.resolve("parcels/part-00001.csv")))
        .startsWith("name,mobile");
    assertThat(spark.read().parquet(folder.resolve("register").toString()).count()).isZero();
  }

  @Test
  void overwritesWhatAnEarlierAttemptLeft() throws IOException {
    LeakFolder leakFolder =
        new LeakFolder(
            folder.toString(),
            new SerializableConfiguration(spark.sparkContext().hadoopConfiguration()));
    WriteFiles writing = new WriteFiles(SETTINGS, leakFolder);
    Path rows = folder.resolve("parcels/part-00000.csv");
    int file = new LeakFiles(SETTINGS).all().get(3);
    leakFolder.create("parcels/part-00000.csv", 7).close();

    writing.writeFile(file, Collections.emptyIterator(), new SyntheticLeak(SETTINGS));
    byte[] first = Files.readAllBytes(rows);
    Files.writeString(rows, "torn");
    writing.writeFile(file, Collections.emptyIterator(), new SyntheticLeak(SETTINGS));
    leakFolder.sweep("parcels");

    assertThat(rows).hasBinaryContent(first);
    assertThat(files(folder)).containsExactly(rows);
  }

  @Test
  void refusesAFolderThatHoldsSomething() throws IOException {
    Files.writeString(folder.resolve("notes"), "mine");

    assertThatThrownBy(() -> new WriteLeak(spark).write(SETTINGS, folder.toString()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot write a synthetic leak: its folder is not empty. Name a new one.");
  }

  private static SyntheticSource source(
      String name, SourceKind kind, LeakFormat format, FileCompression compression) {
    return new SyntheticSource(
        name,
        kind,
        0.6,
        0.5,
        new RecordLaw.ZeroTruncatedPoisson(1.8),
        Map.of(PersonField.NATIONAL_ID, 0.1),
        format,
        compression,
        3);
  }

  private static SortedMap<Long, Long> frequencies(List<Row> register) {
    Map<Long, Long> records = new HashMap<>();
    register.forEach(row -> records.merge(row.<Long>getAs("true_entity"), 1L, Long::sum));
    SortedMap<Long, Long> frequencies = new TreeMap<>();
    records.values().forEach(number -> frequencies.merge(number, 1L, Long::sum));
    return frequencies;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return new ArrayList<>(paths.filter(Files::isRegularFile).sorted().toList());
    }
  }

  /** Bad bytes stand in the text on purpose, so lines are counted in a charset that takes any. */
  private static String unzipped(Path file) throws IOException {
    byte[] zipped = Files.readAllBytes(file);
    try (GZIPInputStream bytes = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
      return new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }
}
