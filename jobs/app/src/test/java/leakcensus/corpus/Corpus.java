package leakcensus.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import leakcensus.pipeline.CensusRun;
import leakcensus.spark.table.SummaryRows;
import leakcensus.testing.MadeUpLeak;
import org.apache.spark.sql.SparkSession;

/**
 * One set of made-up people, what a census says of them as plain JSON lines, and whether it says
 * the same of them in another dress.
 *
 * @param people the people
 * @param settings how they are counted
 * @param folder where everything is written
 * @param expected the rows of the tables, by table
 */
record Corpus(
    People people, List<String> settings, Path folder, SortedMap<String, List<String>> expected) {

  static final List<String> BY_IDENTIFIERS = List.of("resolve.method=identifiers");
  static final List<String> BY_MATCHING = List.of("resolve.method=matching");

  private static final List<String> ONE_SOURCE =
      List.of(
          "synthesise.sample-ratio=1",
          "synthesise.noise.broken-ratio=0",
          "synthesise.sources.deliveries=null",
          "synthesise.sources.cases=null",
          "synthesise.sources.persons.coverage-ratio=1",
          "synthesise.sources.persons.records.law=poisson",
          "synthesise.sources.persons.records.mean=1.5",
          "synthesise.sources.persons.format=json-lines",
          "synthesise.sources.persons.files=1");

  /** People as {@code synthesise} makes them, several records each, with its usual faults. */
  static People synthesise(SparkSession spark, Path folder, int persons) throws IOException {
    return synthesise(spark, folder, persons, Dress.COLUMNS).withMarkupIn("address");
  }

  /** People as {@code synthesise} makes them; further settings win. */
  static People synthesise(
      SparkSession spark, Path folder, int persons, List<String> columns, String... further)
      throws IOException {
    List<String> settings = new ArrayList<>(ONE_SOURCE);
    settings.add("synthesise.persons=" + persons);
    settings.addAll(List.of(further));
    MadeUpLeak.write(spark, folder, settings.toArray(new String[0]));
    return People.read(folder.resolve("persons/part-00000.jsonl"), columns);
  }

  /** Counts the people in their plainest dress. */
  static Corpus count(SparkSession spark, People people, List<String> settings, Path folder)
      throws IOException {
    Corpus uncounted = new Corpus(people, settings, folder, new TreeMap<>());
    CensusRun run = uncounted.run(spark, uncounted.write(Dresses.PLAIN));
    return new Corpus(people, settings, folder, CountedTables.of(run));
  }

  /** Persons that the census finds, by their number of mentions. */
  List<String> frequencies() {
    return expected.get("frequency");
  }

  /** Counts the people in a dress, and fails unless every row is the same. */
  void check(SparkSession spark, Dress dress) throws IOException {
    Dress.Written written = write(dress);

    CensusRun run = run(spark, written);

    SortedMap<String, List<String>> counted = CountedTables.of(run);
    assertThat(counted.keySet()).isEqualTo(expected.keySet());
    List<String> differences = new ArrayList<>();
    expected.forEach((table, rows) -> differences.addAll(differences(table, rows, counted)));
    assertThat(differences).as("%s: rows that differ", dress).isEmpty();
    checkIntake(dress, written, run);
  }

  /** Rows that one has more often than the other. */
  private static List<String> differences(
      String table, List<String> rows, Map<String, List<String>> counted) {
    List<String> missing = new ArrayList<>(rows);
    List<String> further = new ArrayList<>(counted.get(table));
    counted.get(table).forEach(missing::remove);
    rows.forEach(further::remove);
    List<String> differences = new ArrayList<>();
    missing.forEach(row -> differences.add("missing in %s: %s".formatted(table, row)));
    further.forEach(row -> differences.add("further in %s: %s".formatted(table, row)));
    return differences;
  }

  private void checkIntake(Dress dress, Dress.Written written, CensusRun run) {
    assertThat(intake(run, "bytes")).as("%s: bytes", dress).isEqualTo(written.fileBytes());
    assertThat(intake(run, "records_read"))
        .as("%s: records", dress)
        .isEqualTo(people.rows().size());
    assertThat(intake(run, "records_quarantined")).as("%s: quarantine", dress).isZero();
    if (dress.writer().isText()) {
      assertThat(
              intake(run, "record_bytes")
                  + intake(run, "separator_bytes")
                  + intake(run, "header_bytes"))
          .as("%s: bytes of text", dress)
          .isEqualTo(written.textBytes());
    }
    assertThat(cell(run, "status")).as("%s: status", dress).isEqualTo("read");
  }

  private Dress.Written write(Dress dress) throws IOException {
    Path leak = Files.createTempDirectory(folder, "dress");
    return dress.write(people, leak);
  }

  private CensusRun run(SparkSession spark, Dress.Written written) {
    return MadeUpLeak.count(
        spark, written.folder(), written.folder().resolve("out"), settings.toArray(new String[0]));
  }

  private static long intake(CensusRun run, String column) {
    return (Long) cell(run, column);
  }

  /** A cell of the one row of table intake. */
  private static Object cell(CensusRun run, String column) {
    SummaryRows intake =
        run.tables().stream()
            .filter(table -> table.table().name().equals("intake"))
            .findFirst()
            .orElseThrow();
    assertThat(intake.rows()).hasSize(1);
    List<String> names = new ArrayList<>();
    intake.table().columns().forEach(named -> names.add(named.name()));
    return intake.rows().get(0).get(names.indexOf(column)).orElseThrow();
  }
}
