package leakcensus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import leakcensus.person.PersonField;
import leakcensus.pipeline.CensusRun;
import leakcensus.spark.table.SummaryRows;
import leakcensus.spark.write.CommittedRun;
import leakcensus.synthetic.SourceTally;
import leakcensus.synthetic.SourceTally.Count;
import leakcensus.testing.LocalSpark;
import leakcensus.testing.MadeUpLeak;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a census says of its input, against the truth of the leak and against a plain count of its
 * files.
 */
@ExtendWith(LocalSpark.class)
class AccountingIT {

  private static final String[] SETTINGS = {
    "synthesise.noise.broken-ratio=0.02",
    "synthesise.noise.exact-duplicate-ratio=0.1",
    "synthesise.noise.invalid-id-ratio=0.1",
    "synthesise.sources.reports={kind=cases, coverage-ratio=0.2, format=json-lines}"
  };

  @TempDir private static Path folder;

  private static MadeUpLeak leak;
  private static CensusRun run;

  @TempDir private Path copy;

  @BeforeAll
  static void count(SparkSession spark) {
    leak = MadeUpLeak.write(spark, folder.resolve("leak"), SETTINGS);
    run =
        leak.count(
            spark,
            folder.resolve("out"),
            "read.max-quarantine-ratio=0.1",
            "output.assignments=true");
  }

  @ParameterizedTest
  @ValueSource(strings = {"persons", "deliveries", "cases", "reports"})
  void readsKeepsAndQuarantinesWhatTheLeakHolds(String source) {
    SourceTally truth = truth(source);
    long broken = broken(truth);

    assertThat(broken).matches(records -> records > 0 == !source.equals("persons"));
    assertThat(sum("intake", source, "records_read")).isEqualTo(truth.count(Count.RECORDS));
    assertThat(sum("intake", source, "records_quarantined")).isEqualTo(broken);
    assertThat(sum("intake", source, "records_kept"))
        .isEqualTo(truth.count(Count.RECORDS) - broken);
  }

  @ParameterizedTest
  @ValueSource(strings = {"persons", "deliveries", "cases", "reports"})
  void tellsBadBytesFromBadShapes(String source) {
    long badBytes =
        rows("quarantine", source)
            .filter(row -> row.get("reason").equals("bad-charset"))
            .mapToLong(row -> (Long) row.get("records"))
            .sum();

    assertThat(badBytes).isEqualTo(truth(source).count(Count.BAD_BYTE_RECORDS));
    assertThat(sum("quarantine", source, "records") - badBytes)
        .isEqualTo(truth(source).count(Count.MISSHAPEN_RECORDS));
  }

  @Test
  void totalsAreThoseOfTheLeak() {
    long records = leak.truth().total(Count.RECORDS);
    long broken = leak.truth().sources().stream().mapToLong(AccountingIT::broken).sum();

    Map<String, Object> total = rows("run").findFirst().orElseThrow();

    assertThat(total)
        .containsEntry("records_read", records)
        .containsEntry("records_kept", records - broken)
        .containsEntry("records_quarantined", broken)
        .containsEntry("mentions", leak.truth().total(Count.MENTIONS));
  }

  /** Counts line feeds after decompression, and takes Parquet's word for its rows. */
  @Test
  void readsAsManyRecordsAsThereAreInEachFile() throws IOException {
    Map<Long, Path> paths = paths();
    assertThat(paths).hasSize((int) rows("intake").count());

    for (Map<String, Object> file : rows("intake").toList()) {
      Path path = paths.get(file.get("file_id"));
      long records =
          switch ((String) file.get("format")) {
            case "parquet" -> parquetRows(path);
            case "csv" -> lines(path) - 1;
            default -> lines(path);
          };
      assertThat(file).as(path.toString()).containsEntry("records_read", records);
    }
  }

  @Test
  void accountsForEachByteOfText() throws IOException {
    Map<Long, Path> paths = paths();

    for (Map<String, Object> file : rows("intake").toList()) {
      Path path = paths.get(file.get("file_id"));
      long accounted =
          (Long) file.get("record_bytes")
              + (Long) file.get("separator_bytes")
              + (Long) file.get("header_bytes");
      boolean binary = file.get("format").equals("parquet");
      assertThat(file).containsEntry("bytes", Files.size(path));
      assertThat(accounted).as(path.toString()).isEqualTo(binary ? 0 : content(path).length);
      if (file.get("compression").equals("none") && !binary) {
        assertThat(accounted).isEqualTo(Files.size(path));
      }
    }
  }

  @Test
  void showsWhereBrokenRecordsStand() throws IOException {
    Map<Long, Path> paths = paths();
    int shown = 0;

    for (Map<String, Object> reason : rows("quarantine", "reports").toList()) {
      List<?> files = (List<?>) reason.get("first_file_ids");
      List<?> positions = (List<?>) reason.get("first_positions");
      for (int i = 0; i < files.size(); i++) {
        byte[] content = content(paths.get(files.get(i)));
        int start = Math.toIntExact((Long) positions.get(i));
        int end = start;
        while (content[end] != '\n') {
          end++;
        }
        assertThat(start == 0 || content[start - 1] == '\n').isTrue();
        assertThat(isJson(Arrays.copyOfRange(content, start, end))).isFalse();
        shown++;
      }
    }

    assertThat(shown).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"persons", "deliveries", "cases", "reports"})
  void seesEachFieldAsOftenAsItIsThere(String source) {
    List<String> slots = leak.truth().settings().sources().get(place(source)).kind().slots();
    int fields = 0;

    for (int slot = 0; slot < slots.size(); slot++) {
      String name = slots.size() > 1 ? slots.get(slot) : "*";
      for (PersonField field : PersonField.values()) {
        long present = truth(source).present(slot, field);
        if (present > 0) {
          fields++;
          assertThat(profiled(source, name, field, "present")).as(field.key()).isEqualTo(present);
        }
      }
    }

    assertThat(fields).isGreaterThan(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"persons", "cases", "reports"})
  void seesEachWrongNationalId(String source) {
    long wrong =
        profiled(source, "*", PersonField.NATIONAL_ID, "present")
            - profiled(source, "*", PersonField.NATIONAL_ID, "valid");

    assertThat(wrong).isPositive().isEqualTo(truth(source).count(Count.INVALID_IDS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"persons", "deliveries", "cases", "reports"})
  void seesEachRecordThatStandsThereTwice(String source) {
    long repeated = truth(source).count(Count.REPEATED_RECORDS);
    long kept = sum("intake", source, "records_kept");

    Map<Object, Object> exact = new TreeMap<>();
    rows("frequency", source)
        .filter(row -> row.get("level").equals("exact"))
        .forEach(row -> exact.put(row.get("k"), row.get("persons")));

    assertThat(repeated).isPositive();
    assertThat(exact).isEqualTo(Map.of(1L, kept - 2 * repeated, 2L, repeated));
  }

  @Test
  void isInOrder() {
    Tool.Outcome outcome = Tool.run("verify", "--run", folder.resolve("out").toString());

    assertThat(outcome.errors()).isEmpty();
    assertThat(outcome.output())
        .isEqualToIgnoringNewLines("Run %s: 24 tables, all in order".formatted(run.runId()));
    assertThat(outcome.code()).isZero();
  }

  @Test
  void draftsANotificationFromTheTables() {
    Tool.Outcome outcome =
        Tool.run("notify", "--run", folder.resolve("out").toString(), "--regime", "gdpr");

    assertThat(outcome.errors()).isEmpty();
    assertThat(outcome.output())
        .contains("Made from census run %s.".formatted(run.runId()))
        .contains("- full name: with ")
        .contains("no legal advice");
    assertThat(outcome.code()).isZero();
  }

  @Test
  void draftsNothingForALawWithoutAForm() {
    Tool.Outcome outcome =
        Tool.run("notify", "--run", folder.resolve("out").toString(), "--regime", "mars");

    assertThat(outcome.output()).isEmpty();
    assertThat(outcome.errors())
        .isEqualToIgnoringNewLines(
            "Unknown regime: mars (must be one of gdpr, uk, pipl, china-incident). Check"
                + " --regime.");
    assertThat(outcome.code()).isEqualTo(2);
  }

  @Test
  void tellsAgainHowSevereItIsAndWhomToTell() {
    Tool.Outcome outcome = Tool.run("report", "--run", folder.resolve("out").toString());

    assertThat(outcome.output()).contains("How severe", "Whom to tell", "no legal advice");
    assertThat(rows("severity")).hasSize(11);
    assertThat(rows("notification").map(row -> row.get("regime")).distinct()).hasSize(11);
  }

  @Test
  void isNotInOrderWithAnotherFile() throws IOException {
    Path tampered = copyOfTheRun();
    Files.writeString(tampered.resolve("notes.txt"), "");

    Tool.Outcome outcome = Tool.run("verify", "--run", tampered.toString());

    assertThat(outcome.errors()).isEmpty();
    assertThat(outcome.output())
        .isEqualToIgnoringNewLines(
            ("Run %s: 24 tables, 1 faults\n"
                    + "  Unknown files in the folder of the run: 1 (the manifest does not name"
                    + " them)\n")
                .formatted(run.runId()));
    assertThat(outcome.code()).isEqualTo(1);
  }

  @Test
  void isNotInOrderWithoutItsAssignments() throws IOException {
    Path tampered = copyOfTheRun();
    deleteAll(tampered.resolve("assignments"));

    Tool.Outcome outcome = Tool.run("verify", "--json", "--run", tampered.toString());

    JsonNode json = new ObjectMapper().readTree(outcome.output());
    assertThat(outcome.output()).hasLineCount(1);
    assertThat(json.path("run_id").asText()).isEqualTo(run.runId());
    assertThat(json.path("tables").asInt()).isEqualTo(24);
    assertThat(json.path("ok").asBoolean()).isFalse();
    assertThat(json.path("faults"))
        .singleElement()
        .extracting(JsonNode::asText)
        .isEqualTo("Cannot read table assignments: FileNotFoundException");
    assertThat(outcome.code()).isEqualTo(1);
  }

  private static SourceTally truth(String source) {
    return leak.truth().sources().get(place(source));
  }

  private static int place(String source) {
    return leak.truth().settings().sources().stream()
        .map(settings -> settings.name())
        .toList()
        .indexOf(source);
  }

  private static long broken(SourceTally truth) {
    return truth.count(Count.MISSHAPEN_RECORDS) + truth.count(Count.BAD_BYTE_RECORDS);
  }

  private static long sum(String table, String source, String column) {
    return rows(table, source).mapToLong(row -> (Long) row.get(column)).sum();
  }

  private static long profiled(String source, String slot, PersonField field, String column) {
    return rows("field_profile", source)
        .filter(row -> row.get("slot").equals(slot) && row.get("field").equals(field.key()))
        .mapToLong(row -> (Long) row.get(column))
        .findFirst()
        .orElseThrow();
  }

  private static Stream<Map<String, Object>> rows(String table, String source) {
    return rows(table).filter(row -> row.get("source").equals(source));
  }

  /** Rows of a table, cells that are not empty by their column. */
  private static Stream<Map<String, Object>> rows(String table) {
    SummaryRows rows =
        run.tables().stream()
            .filter(one -> one.table().name().equals(table))
            .findFirst()
            .orElseThrow();
    return rows.rows().stream().map(row -> cells(rows, row));
  }

  private static Map<String, Object> cells(SummaryRows rows, List<Optional<Object>> row) {
    Map<String, Object> cells = new TreeMap<>();
    for (int column = 0; column < row.size(); column++) {
      String name = rows.table().columns().get(column).name();
      row.get(column).ifPresent(cell -> cells.put(name, cell));
    }
    return cells;
  }

  private static Map<Long, Path> paths() {
    Map<Long, Path> paths = new TreeMap<>();
    CommittedRun.open(run.path(), new Configuration())
        .filePaths()
        .lines()
        .map(line -> line.split("\t", 3))
        .forEach(cells -> paths.put(Long.valueOf(cells[0]), Path.of(URI.create(cells[2]))));
    return paths;
  }

  private static long parquetRows(Path path) throws IOException {
    try (ParquetFileReader reader =
        ParquetFileReader.open(
            HadoopInputFile.fromPath(
                new org.apache.hadoop.fs.Path(path.toUri()), new Configuration()))) {
      return reader.getRecordCount();
    }
  }

  private static long lines(Path path) throws IOException {
    long lines = 0;
    for (byte each : content(path)) {
      lines += each == '\n' ? 1 : 0;
    }
    return lines;
  }

  private static byte[] content(Path path) throws IOException {
    byte[] bytes = Files.readAllBytes(path);
    if (!path.toString().endsWith(".gz")) {
      return bytes;
    }
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return gzip.readAllBytes();
    }
  }

  private static boolean isJson(byte[] line) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
      return new ObjectMapper().readTree(text).isObject();
    } catch (CharacterCodingException | JsonProcessingException fault) {
      return false;
    }
  }

  private Path copyOfTheRun() throws IOException {
    Path from = Path.of(URI.create(run.path()));
    Path to = copy.resolve("run");
    try (Stream<Path> below = Files.walk(from)) {
      for (Path file : below.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
    return to;
  }

  private static void deleteAll(Path folder) throws IOException {
    try (Stream<Path> below = Files.walk(folder)) {
      for (Path file : below.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
