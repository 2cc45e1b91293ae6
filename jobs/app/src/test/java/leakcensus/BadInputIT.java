package leakcensus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import leakcensus.testing.FaultRow;
import leakcensus.testing.JarProcess;
import leakcensus.testing.LocalSpark;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What the tool says of input that it cannot use: one sentence, an exit code, and no number. */
@ExtendWith(LocalSpark.class)
class BadInputIT {

  /** Stands in every file and every file's name, and must stand nowhere else. */
  private static final String CANARY = "13800000001";

  private static final String FILE = CANARY + ".txt";
  private static final String PEOPLE =
      "files = [\"" + FILE + "\"], fields { full-name = name, phone = mobile }, ";
  private static final String JSON = PEOPLE + "format = json-lines";
  private static final int LONG_LINE_MIB = 200;

  @TempDir private Path folder;

  /** The commands find this session. */
  @BeforeAll
  static void start(SparkSession spark) {
    assertThat(spark.sparkContext().isStopped()).isFalse();
  }

  @Test
  void refusesAMissingFile() throws IOException {
    assertRefused(
        census(JSON),
        3,
        "Cannot find any file for entry 1 of files of source people. Check sources.people.files.");
  }

  @Test
  void refusesAnEmptyFile() throws IOException {
    write("");

    assertRefused(
        census(JSON),
        3,
        "Cannot find any record in source people: its files are empty. Check"
            + " sources.people.files.");
  }

  @Test
  void refusesAHeaderWithoutRecords() throws IOException {
    write("name,mobile\n");

    assertRefused(
        census(PEOPLE + "format = csv"),
        3,
        "Cannot find any record in source people: its files are empty. Check"
            + " sources.people.files.");
  }

  @Test
  void refusesAnotherDelimiter() throws IOException {
    write("name;mobile\nAda;" + CANARY + "\n");

    assertRefused(
        census(PEOPLE + "format = csv"),
        2,
        "Cannot find any mapped column in source people: none of its 2 columns is in any record."
            + " Check the column names and the delimiter under sources.people.");
  }

  @Test
  void refusesRecordsWithoutAnyMappedColumn() throws IOException {
    write("{\"title\":\"" + CANARY + "\"}\n");

    assertRefused(
        census(JSON),
        2,
        "Cannot find any mapped column in source people: none of its 2 columns is in any record."
            + " Check the column names and the delimiter under sources.people.");
  }

  @Test
  void refusesHalfAnObject() throws IOException {
    write("{\"name\":\"Ada\",\"mobile\":\"" + CANARY);

    assertRefused(
        census(JSON),
        4,
        "Cannot use source people: 1 of 1 records are in quarantine (not well formed: broken, cut"
            + " off, or of another format, first in file 0 at 0), the limit is 5.0 %. Check its"
            + " format, or raise read.max-quarantine-ratio.");
  }

  @Test
  void acceptsAsManyBrokenRecordsAsTheirNumberMayBe() throws IOException {
    write(people(100) + "{\"mobile\":\"" + CANARY + "\n" + CANARY + "\n");

    Tool.Outcome permitted = census(JSON, "--set", "read.max-quarantine-records=2");
    assertThat(permitted.errors()).isEmpty();
    assertThat(permitted.code()).isZero();
  }

  @Test
  void publishesNothingAboveTheNumberOfBrokenRecords() throws IOException {
    write(people(100) + "{\"mobile\":\"" + CANARY + "\n" + CANARY + "\n");

    assertRefused(
        census(JSON, "--set", "read.max-quarantine-records=1"),
        4,
        ("Cannot use source people: 2 of 102 records are in quarantine (not well formed: broken,"
                + " cut off, or of another format, first in file 0 at %,d; JSON, but not an object,"
                + " first in file 0 at %,d), the limit is 1 record. Check its format, or raise"
                + " read.max-quarantine-records.")
            .formatted(people(100).length(), people(100).length() + CANARY.length() + 12));
  }

  @Test
  void tellsItsOwnerWhichFileARefusedRunMeant() throws IOException {
    write("{\"name\":\"Ada\",\"mobile\":\"" + CANARY);
    assertThat(census(JSON).code()).isEqualTo(4);
    String runId = names(output().resolve("status")).get(0).replace(".json", "");

    String line =
        "0\tpeople\t" + folder.resolve(FILE).toUri().toString().replace("///", "/") + "\n";
    Tool.Outcome newest = Tool.run("files", "--run", output().toString());
    Tool.Outcome named = Tool.run("files", "--run", output().resolve("runs/" + runId).toString());

    assertThat(newest).isEqualTo(new Tool.Outcome(0, line, ""));
    assertThat(named).isEqualTo(newest);
  }

  @Test
  void saysSoWhereThereIsNoListOfFiles() {
    Tool.Outcome outcome = Tool.run("files", "--run", output().toString());

    assertThat(outcome.code()).isEqualTo(3);
    assertThat(outcome.errors())
        .isEqualToIgnoringNewLines(
            "Cannot read the list of files: FileNotFoundException. Check --run; only the owner of"
                + " the run can read it.");
  }

  @Test
  void refusesBytesThatAreNotInTheCharset() throws IOException {
    String line = "{\"name\":\"Zoë\",\"mobile\":\"" + CANARY + "\"}\n";
    Files.write(folder.resolve(FILE), line.repeat(3).getBytes(StandardCharsets.ISO_8859_1));

    assertRefused(
        census(JSON),
        4,
        "Cannot use source people: 3 of 3 records are in quarantine (bytes that are not valid in"
            + " the declared charset: check charset, first in file 0 at 0), the limit is 5.0 %."
            + " Check its format, or raise read.max-quarantine-ratio.");
  }

  @Test
  void refusesWhatIsNoParquet() throws IOException {
    write("{\"name\":\"Ada\",\"mobile\":\"" + CANARY + "\"}\n");

    assertRefused(
        census(PEOPLE + "format = parquet"),
        3,
        "Cannot open any file of source people as parquet. Check sources.people.format.");
    new FaultRow(
            "15",
            "text where the source says Parquet",
            "no file of the source could be opened",
            "exit code 3, which names source and key of the configuration")
        .tell();
  }

  @Tag("long")
  @Test
  void passesOverALineLargerThanItsMemory() throws Exception {
    try (OutputStream out = Files.newOutputStream(folder.resolve(FILE))) {
      byte[] mebibyte = new byte[1 << 20];
      Arrays.fill(mebibyte, (byte) 'x');
      out.write(("{\"mobile\":\"" + CANARY).getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < LONG_LINE_MIB; i++) {
        out.write(mebibyte);
      }
    }

    // As text the line would take more than the heap has, whatever else is on it.
    JarProcess census =
        JarProcess.run(
            List.of(
                "-Xmx500m",
                "-Dspark.master=local[1]",
                "-Dspark.ui.enabled=false",
                "-Dspark.io.encryption.enabled=true"),
            "leakcensus.Main",
            "census",
            "--config",
            configuration(JSON).toString(),
            "--set",
            "output.path=" + output());

    assertRefused(
        new Tool.Outcome(census.code(), "", String.join("\n", census.lines()) + "\n"),
        4,
        "Cannot use source people: 1 of 1 records are in quarantine (longer than"
            + " read.max-record-bytes, first in file 0 at 0), the limit is 5.0 %. Check its format,"
            + " or raise read.max-quarantine-ratio.");
  }

  @Test
  void keepsThePrefixOfACutGzipFile() throws IOException {
    byte[] whole = gzip(people(2_000));
    byte[] cut = Arrays.copyOf(whole, whole.length / 2);
    Files.write(folder.resolve(FILE), cut);
    long complete = completeLines(cut);

    Tool.Outcome outcome = census(JSON, "--json");

    assertThat(complete).isBetween(500L, 1_900L);
    assertThat(outcome.errors()).isEmpty();
    assertThat(outcome.code()).isZero();
    JsonNode run = new ObjectMapper().readTree(outcome.output());
    assertThat(run.at("/run/0/records_kept").asLong()).isEqualTo(complete);
    assertThat(run.at("/quarantine/0/reason").asText()).isEqualTo("truncated");
    assertThat(run.at("/quarantine/0/records").asLong()).isEqualTo(1);
  }

  @Test
  void countsTheEndOfACutGzipFileAsQuarantine() throws IOException {
    byte[] whole = gzip(people(2_000));
    byte[] cut = Arrays.copyOf(whole, whole.length / 2);
    Files.write(folder.resolve(FILE), cut);
    long complete = completeLines(cut);
    int position = prefix(cut).lastIndexOf('\n') + 1;

    assertRefused(
        census(JSON, "--set", "read.max-quarantine-ratio=0"),
        4,
        ("Cannot use source people: 1 of %,d records are in quarantine (the file breaks off inside"
                + " the record, first in file 0 at %,d), the limit is 0.0 %%. Check its format, or"
                + " raise read.max-quarantine-ratio.")
            .formatted(complete + 1, position));
  }

  @Test
  void refusesAnUnknownKey() throws IOException {
    assertRefusedBeforeTheRun(
        census(JSON, "--set", "estimate.confidance=0.9"),
        "Unknown keys in leak-census: estimate.confidance. Correct their spelling; reference.conf"
            + " lists every key.");
  }

  @Test
  void refusesAnUnknownPersonField() throws IOException {
    assertRefusedBeforeTheRun(
        census("files = [a], format = csv, fields { fone = mobile }"),
        "Cannot read leak-census.sources.people: Unknown person field: fone (must be one of"
            + " full-name, given-name, surname, national-id, phone, email, address, postal-code,"
            + " birth-date, sex, birthplace, locality, organisation)");
  }

  @Test
  void refusesASettingWithoutAValue() throws IOException {
    assertRefusedBeforeTheRun(
        census(JSON, "--set", "estimate.confidence"),
        "Invalid setting: estimate.confidence (must be path=value). Correct --set.");
  }

  @Test
  void refusesAValueOutOfRange() throws IOException {
    assertRefusedBeforeTheRun(
        census(JSON, "--set", "estimate.confidence=95"),
        "Cannot read leak-census: Invalid confidence: 95.0 (must be a ratio inside (0, 1))");
  }

  @Test
  void refusesAMissingConfiguration() {
    assertRefusedBeforeTheRun(
        Tool.run("census", "--config", "nowhere.conf"),
        "Cannot read configuration nowhere.conf: no such file. Check --config.");
  }

  @Test
  void refusesToCountNothing() throws IOException {
    assertRefused(
        Tool.run("census", "--set", "output.path=" + output()),
        2,
        "Missing sources: describe at least one under leak-census.sources (see reference.conf).");
  }

  @Test
  void refusesAnUnknownCommand() {
    assertRefusedBeforeTheRun(
        Tool.run("sensus"),
        "Unknown command: sensus (nearest: census). Run 'leak-census --help' for what is"
            + " possible.");
  }

  private void write(String text) throws IOException {
    Files.writeString(folder.resolve(FILE), text);
  }

  private Path output() {
    return folder.resolve("out");
  }

  private Path configuration(String source) throws IOException {
    Path file = folder.resolve("run.conf");
    Files.writeString(file, "leak-census.sources.people { " + source + " }\n");
    return file;
  }

  private Tool.Outcome census(String source, String... more) throws IOException {
    Stream<String> common =
        Stream.of(
            "census",
            "--config",
            configuration(source).toString(),
            "--set",
            "output.path=" + output());
    return Tool.run(Stream.concat(common, Stream.of(more)).toArray(String[]::new));
  }

  private void assertRefusedBeforeTheRun(Tool.Outcome outcome, String sentence) {
    assertThat(outcome.errors()).isEqualToIgnoringNewLines(sentence).hasLineCount(1);
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.output()).isEmpty();
    assertThat(output()).doesNotExist();
  }

  private void assertRefused(Tool.Outcome outcome, int code, String sentence) throws IOException {
    assertThat(outcome.errors()).isEqualToIgnoringNewLines(sentence).hasLineCount(1);
    assertThat(outcome.errors()).doesNotContain(CANARY, folder.toString());
    assertThat(outcome.code()).isEqualTo(code);
    assertThat(outcome.output()).isEmpty();

    assertThat(output().resolve("latest.json")).doesNotExist();
    assertThat(names(output().resolve("runs"))).isEmpty();
    List<String> statuses = names(output().resolve("status"));
    assertThat(statuses).hasSize(1);
    String status = Files.readString(output().resolve("status").resolve(statuses.get(0)));
    JsonNode json = new ObjectMapper().readTree(status);
    assertThat(json.path("run_id").asText() + ".json").isEqualTo(statuses.get(0));
    assertThat(json.path("status").asText()).isEqualTo("failed");
    assertThat(json.path("exit_code").asInt()).isEqualTo(code);
    assertThat(json.path("message").asText()).isEqualTo(sentence);
    assertThat(status).doesNotContain(CANARY, folder.toString());
  }

  private static List<String> names(Path parent) throws IOException {
    if (!Files.exists(parent)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(parent)) {
      return children.map(child -> child.getFileName().toString()).toList();
    }
  }

  private static String people(int records) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < records; i++) {
      lines.append(
          "{\"name\":\"P %d\",\"mobile\":\"%d\"}%n"
              .formatted(i * 7919L, 13900000000L + i * 104729L));
    }
    return lines.toString();
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static long completeLines(byte[] cut) throws IOException {
    return prefix(cut).chars().filter(character -> character == '\n').count();
  }

  /** What a byte-wise reader gets out of a gzip file that breaks off. */
  private static String prefix(byte[] cut) throws IOException {
    StringBuilder text = new StringBuilder();
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(cut))) {
      while (true) {
        text.append((char) gzip.read());
      }
    } catch (EOFException end) {
      return text.toString();
    }
  }
}
