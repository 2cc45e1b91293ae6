package leakcensus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import leakcensus.pipeline.CensusRun;
import leakcensus.spark.table.CensusTables;
import leakcensus.spark.table.SummaryTable;
import leakcensus.testing.LocalSpark;
import leakcensus.testing.MadeUpLeak;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A census leaves its report beside its tables, and the report can be made again from these. */
@ExtendWith(LocalSpark.class)
class ReportIT {

  @TempDir private static Path shared;

  private static CensusRun run;

  @TempDir private Path folder;

  @BeforeAll
  static void countOnce(SparkSession spark) {
    run = MadeUpLeak.write(spark, shared.resolve("leak")).count(spark, shared.resolve("out"));
  }

  @Test
  void leavesAPageMarkdownAndATableAFileThatTheManifestNames() throws IOException {
    assertThat(run.manifest().files().stream().map(file -> file.file()))
        .containsExactly("report.html", "report.md", "report.zh.html", "report.zh.md", "csv");
    assertThat(Files.readString(file("report.html"))).contains("People in the sample");
    assertThat(Files.readString(file("report.zh.html"))).contains("样本中的人数");
    assertThat(names(file("csv")))
        .containsExactlyInAnyOrderElementsOf(
            CensusTables.all().stream()
                .map(SummaryTable::name)
                .map(name -> name + ".csv")
                .toList());
    assertThat(Tool.run("verify", "--run", run.path()).code()).isZero();
  }

  @Test
  void makesTheSameBytesAgainFromTheTables() throws IOException {
    for (List<String> made :
        List.of(
            List.of("html", "en", "report.html"),
            List.of("html", "zh", "report.zh.html"),
            List.of("markdown", "en", "report.md"),
            List.of("markdown", "zh", "report.zh.md"))) {
      Path again = folder.resolve("again").resolve(made.get(2));

      Tool.Outcome outcome =
          report("--format", made.get(0), "--language", made.get(1), "--out", again.toString());

      assertThat(outcome.code()).isZero();
      assertThat(outcome.output()).isEmpty();
      assertThat(Files.readString(again)).isEqualTo(Files.readString(file(made.get(2))));
    }
    assertThat(report("--format", "csv", "--out", folder.resolve("csv").toString()).code())
        .isZero();
    assertThat(names(folder.resolve("csv"))).isEqualTo(names(file("csv")));
    for (String name : names(file("csv"))) {
      assertThat(folder.resolve("csv").resolve(name))
          .hasSameBinaryContentAs(file("csv").resolve(name));
    }
  }

  @Tag("long")
  @Test
  void tellsRoundedCountsThatVerifyKnowsForRounded(SparkSession spark) throws IOException {
    CensusRun rounded =
        MadeUpLeak.write(spark, folder.resolve("leak"))
            .count(
                spark,
                folder.resolve("out"),
                "disclosure.round-persons=10",
                "population.compare=[china-2020,china-2020-age-sex,un-wpp-2024,us-2020]");
    Path folderOfRun = Path.of(URI.create(rounded.path()));

    assertThat(Files.readString(folderOfRun.resolve("report.html")))
        .contains("rounded to multiples of 10");
    assertThat(personsOf(folderOfRun, "field_combination.csv", 4))
        .isNotEmpty()
        .allMatch(persons -> persons % 10 == 0);
    assertThat(Tool.run("verify", "--run", rounded.path()))
        .satisfies(outcome -> assertThat(outcome.code()).as(outcome.output()).isZero());
  }

  private static List<Long> personsOf(Path run, String table, int column) throws IOException {
    return Files.readAllLines(run.resolve("csv").resolve(table)).stream()
        .skip(1)
        .map(row -> row.split(",", -1)[column])
        .filter(persons -> !persons.isEmpty())
        .map(Long::valueOf)
        .toList();
  }

  @Test
  void printsWhereNoFileIsNamed() throws IOException {
    assertThat(report("--format", "html").output())
        .isEqualTo(Files.readString(file("report.html")));
    assertThat(report().output()).startsWith(System.lineSeparator() + "About ");
  }

  @Test
  void refusesWhatMakesNoSense() {
    assertRefused(report("--format", "csv"), "Missing --out: csv is a file for each table");
    assertRefused(
        report("--format", "html", "--json"), "Cannot print --format html as --json: choose one");
    assertRefused(
        report("--language", "zh"), "Cannot print text in zh: choose --format html or markdown");
    assertRefused(
        report("--format", "html", "--out", file("again.html").toString()),
        "Cannot write --out into the folder of the run: a finished run is never changed.");
    assertRefused(
        report("--format", "csv", "--out", file("csv").toString()),
        "Cannot write --out into the folder of the run: a finished run is never changed.");
    assertRefused(
        report("--format", "html", "--out", folder.toString()),
        "Cannot write --out: FileSystemException. Check its folder and permissions.");
  }

  private static void assertRefused(Tool.Outcome outcome, String message) {
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.output()).isEmpty();
    assertThat(outcome.errors()).contains(message);
  }

  private static Tool.Outcome report(String... options) {
    return Tool.run(
        Stream.concat(Stream.of("report", "--run", run.path()), Stream.of(options))
            .toArray(String[]::new));
  }

  private static Path file(String name) {
    return Path.of(URI.create(run.path()).getPath()).resolve(name);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
