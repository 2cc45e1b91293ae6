package leakcensus.keep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import leakcensus.Tool;
import leakcensus.config.ConfigReader;
import leakcensus.config.LoadedConfig;
import leakcensus.pipeline.KeyFile;
import leakcensus.pipeline.Progress;
import leakcensus.pipeline.RunCensus;
import leakcensus.spark.table.CensusTables;
import leakcensus.spark.table.SummaryRows;
import leakcensus.spark.table.SummaryTable;
import leakcensus.spark.write.CommittedRun;
import leakcensus.spark.write.Manifest;
import leakcensus.testing.ChangesAt;
import leakcensus.testing.LocalSpark;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Files that come night by night count as if they had come at once. */
@ExtendWith(LocalSpark.class)
class NightsIT {

  private static final int RECORDS = 400;
  private static final String IDENTIFIERS = "resolve.method=identifiers";

  @TempDir private Path folder;

  private final SparkSession spark;
  private Path output;

  NightsIT(SparkSession spark) {
    this.spark = spark;
  }

  @BeforeEach
  void makeKey() {
    KeyFile.create(folder.resolve("key"));
    output = folder.resolve("out");
  }

  @Test
  void countAsIfAllFilesHadComeAtOnce() throws IOException {
    assertCountAsAtOnce(IDENTIFIERS);
  }

  @Tag("long")
  @Test
  void countAsIfAllFilesHadComeAtOnceByMatching() throws IOException {
    assertCountAsAtOnce("resolve.method=matching");
  }

  private void assertCountAsAtOnce(String method) throws IOException {
    List<Object> personsByNight = new ArrayList<>();
    for (int night = 1; night <= 3; night++) {
      bring(night, RECORDS);
      assertOk(census(output, method));
      assertOk(census(folder.resolve("at-once-" + night), method));
      Map<String, String> nights = hashes(output);
      Map<String, String> atOnce = hashes(folder.resolve("at-once-" + night));
      String series = nights.remove("night");
      assertThat(series.equals(atOnce.remove("night"))).isEqualTo(night == 1);
      assertThat(nights).as("night " + night).isEqualTo(atOnce);
      personsByNight.add(column(folder.resolve("at-once-" + night), "persons").get(0));
    }

    assertThat(column(output, "night")).containsExactly(1L, 2L, 3L);
    assertThat(column(output, "persons")).isEqualTo(personsByNight);
    assertThat(column(output, "records_added")).containsOnly(2L * RECORDS);
    assertThat(column(output, "files")).containsExactly(2L, 4L, 6L);
    assertThat(Files.readString(newestRun().resolve("report.html")))
        .contains("How the number grew from night to night")
        .contains("has added 2 files with %,d records.".formatted(2 * RECORDS));
    assertThat(Files.readString(newestRun().resolve("report.zh.html"))).contains("人数如何逐夜增加");
  }

  @Test
  void changesNothingWhereNothingIsNew() throws IOException {
    bring(1, RECORDS);
    assertOk(census(output));
    Map<String, String> before = hashes(output);

    Tool.Outcome again = assertOk(census(output));

    assertThat(again.output()).contains("persons");
    assertThat(hashes(output)).isEqualTo(before);
    assertThat(runs()).hasSize(1);
    assertThat(status()).anyMatch(text -> text.contains("\"unchanged\""));
  }

  @Tag("long")
  @Test
  void waitsUntilMoreHasComeThanAFewRecords() throws IOException {
    bring(1, RECORDS);
    assertOk(census(output));
    bring(2, 5);

    assertOk(census(output));

    assertThat(runs()).hasSize(1);
    assertThat(status())
        .anyMatch(
            text ->
                text.contains(
                    "Only 10 new records since night 1, fewer than disclosure.min-cell = 11:"
                        + " published, they would tell of single persons. They will be counted"
                        + " together with the next files; the numbers of night 1 stand."));

    bring(3, RECORDS);
    assertOk(census(output));
    assertThat(column(output, "records_added")).containsExactly(2L * RECORDS, 2L * RECORDS + 10);
  }

  @Tag("long")
  @Test
  void keepsCountingFilesThatAreGone() throws IOException {
    bring(1, RECORDS);
    bring(2, RECORDS);
    assertOk(census(folder.resolve("at-once")));
    Map<String, String> atOnce = hashes(folder.resolve("at-once"));
    delete(2);
    assertOk(census(output));
    delete(1);
    bring(2, RECORDS);

    assertOk(census(output));

    Map<String, String> nights = hashes(output);
    nights.remove("night");
    atOnce.remove("night");
    assertThat(nights).isEqualTo(atOnce);
  }

  @Tag("long")
  @Test
  void knowsAFileThatComesAgainUnderAnotherName() throws IOException {
    bring(1, RECORDS);
    assertOk(census(output));
    Files.copy(folder.resolve("in/people-1.csv"), folder.resolve("in/people-2.csv"));
    bring(3, RECORDS);

    assertOk(census(output));

    assertThat(column(output, CensusTables.INTAKE, "status"))
        .containsExactlyInAnyOrder("read", "read", "read", "read", "duplicate");
    assertThat(column(output, "records_added")).containsExactly(2L * RECORDS, 2L * RECORDS);
  }

  @Test
  void refusesAFileThatHasChanged() throws IOException {
    bring(1, RECORDS);
    assertOk(census(output));
    Files.writeString(folder.resolve("in/people-1.csv"), "name,tel\nX,13900000000\n");
    bring(2, RECORDS);

    Tool.Outcome outcome = census(output);

    assertThat(outcome.code()).isEqualTo(3);
    assertThat(outcome.errors())
        .matches(
            "(?s)Cannot add to earlier nights: file 0 has changed since it was counted \\([\\d,]+"
                + " bytes then, 23 now\\)\\. Bring new records in new files, or count all anew in"
                + " another output\\.path\\.\\s*");
    assertThat(runs()).hasSize(1);
  }

  /** A record that came behind the reading must not pass for counted. */
  @Test
  void refusesAFileThatHasChangedAfterItWasRead() throws IOException {
    bring(1, RECORDS);
    Path file = folder.resolve("in/people-1.csv");
    LoadedConfig loaded =
        LoadedConfig.load(
            Optional.of(configuration()),
            List.of(
                IDENTIFIERS, "output.path=" + output, "privacy.key.file=" + folder.resolve("key")));
    ChangesAt changes =
        new ChangesAt(
            "leak-census: profile ...",
            () -> Files.writeString(file, Files.readString(file).replace("Given1 ", "Given2 ")));
    new RunCensus(
            spark,
            ConfigReader.read(loaded),
            loaded.fingerprint(),
            new Progress(changes),
            Clock.systemUTC())
        .since("latest", loaded.readingFingerprint())
        .run();
    bring(2, RECORDS);

    Tool.Outcome outcome = census(output);

    assertThat(outcome.code()).isEqualTo(3);
    assertThat(outcome.errors()).startsWith("Cannot add to earlier nights: file 0 has changed");
  }

  @Test
  void goesOnUnderTheSameKeyAndSettingsAlone() throws IOException {
    bring(1, RECORDS);
    assertOk(census(output));
    String run = runs().get(0);
    bring(2, RECORDS);
    KeyFile.create(folder.resolve("other"));

    assertRefused(
        census(output, IDENTIFIERS, "privacy.key.file=" + folder.resolve("other")),
        "Cannot go on from run %s: another key sealed what it has kept, or it was changed. Set privacy.key to the key of its series, or count all anew in another output.path."
            .formatted(run));
    assertRefused(
        census(output, IDENTIFIERS, "normalise.phone-region=FR"),
        "Cannot go on from run %s: sources, normalise, resolve.method, the limits of read, or the version of leak-census differ from those of its run. Use the same, or count all anew in another output.path."
            .formatted(run));
    assertRefused(
        census(output, IDENTIFIERS, "privacy.key.file=null"),
        "Missing key: --since needs one that lasts. Make one by leak-census key --new FILE, and set"
            + " privacy.key.file.");
    assertRefused(
        Tool.run(arguments(output, "nobody", IDENTIFIERS)),
        "Cannot go on from run nobody: it is no night that was kept. Give --since latest.");
    assertOk(Tool.run(arguments(output, run, IDENTIFIERS, "output.title=Another title")));
  }

  @Tag("long")
  @Test
  void keepsTheNewestNightAlone() throws IOException {
    for (int night = 1; night <= 2; night++) {
      bring(night, RECORDS);
      assertOk(census(output));
    }

    try (Stream<Path> kept = Files.list(output.resolve("private/kept"))) {
      assertThat(kept.map(path -> path.getFileName().toString()))
          .filteredOn(name -> !name.startsWith("sketch-"))
          .containsExactly(
              "night-"
                  + CommittedRun.open(output.toString(), new Configuration()).manifest().runId());
    }
  }

  @Test
  void tellsNoSmallDifferenceBetweenTwoNights() throws IOException {
    bring(1, RECORDS);
    assertOk(census(output));
    List<Object> before = column(output, CensusTables.FIELD_PROFILE, "persons_present");
    bring(2, 30);
    assertOk(census(output));
    List<Object> after = column(output, CensusTables.FIELD_PROFILE, "persons_present");

    assertThat(before).anyMatch(cell -> cell instanceof Long).hasSameSizeAs(after);
    assertThat(Stream.concat(before.stream(), after.stream()))
        .allSatisfy(
            cell -> {
              if (cell instanceof Long persons) {
                assertThat(persons % 22).as("twice the smallest cell").isZero();
              }
            });
    assertOk(Tool.run("verify", "--run", output.toString()));
  }

  /** Two files of a night; some persons have stood in files of earlier nights. */
  private void bring(int night, int records) throws IOException {
    StringBuilder csv = new StringBuilder("name,tel\n");
    StringBuilder json = new StringBuilder();
    for (int record = 0; record < records; record++) {
      long person = (night * 331L * RECORDS + record * 7_919L) % 1_009;
      csv.append("Given%d Family%d,139%08d\n".formatted(person % 97, person % 53, person));
      json.append(
          "{\"who\":\"Given%d Family%d\",\"mail\":\"p%d@example.org\",\"mobile\":\"139%08d\"}\n"
              .formatted((person + 500) % 97, (person + 500) % 53, person + 500, person + 500));
    }
    Files.createDirectories(folder.resolve("in"));
    Files.writeString(folder.resolve("in/people-%d.csv".formatted(night)), csv);
    Files.writeString(folder.resolve("in/users-%d.json".formatted(night)), json);
  }

  private void delete(int night) throws IOException {
    Files.delete(folder.resolve("in/people-%d.csv".formatted(night)));
    Files.delete(folder.resolve("in/users-%d.json".formatted(night)));
  }

  private Tool.Outcome census(Path to) throws IOException {
    return census(to, IDENTIFIERS);
  }

  private Tool.Outcome census(Path to, String... settings) throws IOException {
    return Tool.run(arguments(to, "latest", settings));
  }

  private String[] arguments(Path to, String since, String... settings) throws IOException {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("census", "--config", configuration().toString(), "--since", since));
    arguments.addAll(List.of("--set", "output.path=" + to));
    arguments.addAll(List.of("--set", "privacy.key.file=" + folder.resolve("key")));
    for (String setting : settings) {
      arguments.addAll(List.of("--set", setting));
    }
    return arguments.toArray(new String[0]);
  }

  private Path configuration() throws IOException {
    return Files.writeString(
        folder.resolve("run.conf"),
        """
        leak-census {
          sources {
            people { files = ["in/people-*"], format = csv, charset = UTF-8
              fields { full-name = name, phone = tel } }
            users { files = ["in/users-*"], format = json-lines, charset = UTF-8
              fields { full-name = who, phone = mobile, email = mail } }
          }
        }
        """);
  }

  private static Tool.Outcome assertOk(Tool.Outcome outcome) {
    assertThat(outcome.errors()).isEmpty();
    assertThat(outcome.code()).isZero();
    return outcome;
  }

  private static void assertRefused(Tool.Outcome outcome, String message) {
    assertThat(outcome.errors().strip()).isEqualTo(message);
    assertThat(outcome.code()).isEqualTo(2);
  }

  private Path newestRun() throws IOException {
    List<String> all = runs();
    return output.resolve("runs").resolve(all.get(all.size() - 1));
  }

  private List<String> runs() throws IOException {
    try (Stream<Path> runs = Files.list(output.resolve("runs"))) {
      return runs.map(run -> run.getFileName().toString()).sorted().toList();
    }
  }

  private List<String> status() throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.list(output.resolve("status"))) {
      for (Path file : files.toList()) {
        texts.add(Files.readString(file));
      }
    }
    return texts;
  }

  /** Content hash of each table of the newest run. */
  private static Map<String, String> hashes(Path of) {
    Map<String, String> hashes = new HashMap<>();
    for (Manifest.TableEntry table : newest(of).manifest().tables()) {
      hashes.put(table.name(), table.contentHash());
    }
    return hashes;
  }

  private static List<Object> column(Path of, String column) {
    return column(of, CensusTables.NIGHT, column);
  }

  private static List<Object> column(Path of, SummaryTable table, String column) {
    SummaryRows rows = newest(of).table(table).orElseThrow();
    List<String> names = table.columns().stream().map(each -> each.name()).toList();
    return rows.rows().stream().map(row -> row.get(names.indexOf(column)).orElse("empty")).toList();
  }

  private static CommittedRun newest(Path of) {
    return CommittedRun.open(of.toString(), new Configuration());
  }
}
