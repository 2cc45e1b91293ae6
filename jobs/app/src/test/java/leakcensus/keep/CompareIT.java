package leakcensus.keep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import leakcensus.Tool;
import leakcensus.pipeline.KeyFile;
import leakcensus.spark.table.CensusTables;
import leakcensus.spark.table.SummaryRows;
import leakcensus.spark.write.CommittedRun;
import leakcensus.testing.LocalSpark;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Two runs under one key tell how many persons they have in common, and nothing of them. */
@ExtendWith(LocalSpark.class)
class CompareIT {

  /** Twice the smallest cell. */
  private static final int BASE = 22;

  private static final int PERSONS = 800;
  private static final int COMMON = 300;
  private static final String IDENTIFIERS = "resolve.method=identifiers";

  @TempDir private Path folder;

  CompareIT(SparkSession spark) {
    assertThat(spark.sparkContext().isLocal()).isTrue();
  }

  @BeforeEach
  void makeKey() {
    KeyFile.create(folder.resolve("key"));
  }

  @Test
  void tellsWhatCountingBothAtOnceTells() throws IOException {
    JsonNode result = compared(IDENTIFIERS);
    assertOk(census("both", List.of("a", "b"), IDENTIFIERS));
    double atOnce = persons("a") + persons("b") - persons("both");

    assertThat(result.at("/in_common/0/persons").asDouble())
        .isCloseTo(atOnce, within(BASE / 2.0 + 0.5));
    assertThat(result.path("in_either").path("persons").asDouble())
        .isCloseTo(persons("both"), within(BASE + 0.5));
    assertThat(numbers(result))
        .hasSizeGreaterThan(8)
        .allSatisfy(number -> assertThat(number % BASE).isZero());
    assertThat(compare().output())
        .contains("About 308 people stand in both runs: 286 to 308.")
        .contains("multiples of 22; intervals are of 95 %")
        .contains("without any valid identifier both runs have in common is not identifiable");
  }

  @Tag("long")
  @Test
  void tellsWhoIsCommonByMatchingToo() throws IOException {
    compared("resolve.method=matching");
  }

  /** What comparing two files tells that have planted persons in common. */
  private JsonNode compared(String method) throws IOException {
    people("a", 0);
    people("b", PERSONS - COMMON);
    assertOk(census("a", List.of("a"), method));
    assertOk(census("b", List.of("b"), method));

    Tool.Outcome compared = compare("--json");

    assertOk(compared);
    JsonNode result = new ObjectMapper().readTree(compared.output());
    JsonNode any = result.path("in_common").get(0);
    assertThat(any.path("by").asText()).isEqualTo("any-identifier");
    assertThat(any.path("persons").asDouble()).isCloseTo(COMMON, within(BASE / 2.0));
    assertThat(any.path("lower").asDouble()).isLessThanOrEqualTo(COMMON);
    assertThat(any.path("upper").asDouble()).isGreaterThanOrEqualTo(COMMON);
    assertThat(result.path("identifiers_compared_share").asDouble()).isEqualTo(1);
    // Every third person of the second file has another phone.
    assertThat(by(result, "phone")).isCloseTo(COMMON * 2 / 3.0, within(BASE / 2.0 + 1));
    assertThat(by(result, "email")).isCloseTo(COMMON, within(BASE / 2.0));
    return result;
  }

  @Tag("long")
  @Test
  void comparesWhatWasSketchedUnderTheKeyAlone() throws IOException {
    people("a", 0);
    people("b", PERSONS - 5);
    assertOk(census("a", List.of("a"), IDENTIFIERS));
    assertOk(census("b", List.of("b"), IDENTIFIERS, "normalise.email-aliases=merge"));
    assertThat(compare().errors())
        .startsWith("Cannot compare these runs: their values were not normalised alike (")
        .contains("email-aliases = keep, cn-fifteen-digits = separate against")
        .endsWith("Count one again as the other was.\n");

    assertOk(census("b", List.of("b"), IDENTIFIERS, "keep.sketches=false"));
    assertRefused(
        compare(),
        "Cannot compare run %s: it has kept no sketch of its persons. Count it again with privacy.key and keep.sketches = true."
            .formatted(runId("b")));

    assertOk(census("b", List.of("b"), IDENTIFIERS));
    assertThat(compare().output())
        .contains("few people in common, or none: so few that their number is withheld");
    assertRefused(
        Tool.run("compare", "--run", out("a"), "--with", out("b")),
        "Missing key: runs are compared under the lasting key of both. Set privacy.key.file or"
            + " privacy.key.alias.");

    KeyFile.create(folder.resolve("other"));
    assertRefused(
        Tool.run(
            "compare",
            "--run",
            out("a"),
            "--with",
            out("b"),
            "--set",
            "privacy.key.file=" + folder.resolve("other")),
        "Cannot compare run %s: another key sealed its sketch, or it was changed. Set privacy.key to the key of both runs."
            .formatted(runId("a")));
  }

  @Test
  void keepsASketchAsLongAsItsRunAlone() throws IOException {
    people("a", 0);
    assertOk(census("a", List.of("a"), IDENTIFIERS));
    Path kept = folder.resolve("out-a/private/kept");
    String first = "sketch-" + runId("a");
    Files.createDirectories(kept.resolve("sketch-20200101T000000.000Z"));
    assertOk(census("a", List.of("a"), IDENTIFIERS));

    assertThat(names(kept)).containsExactlyInAnyOrder(first, "sketch-" + runId("a"));
    assertThat(names(kept.resolve(first)))
        .containsExactlyInAnyOrder("about.sealed", "persons.sealed");

    String run = folder.resolve("out-a/runs").resolve(runId("a")).toString();
    assertOk(Tool.run("purge", "--run", run, "--yes"));
    assertThat(names(kept)).containsExactly(first);
  }

  /**
   * A file of persons with e-mail and phone. Those of both files have the same e-mail, but for
   * every third another phone; each fifth phone is that of a neighbour under another name.
   */
  private void people(String file, int from) throws IOException {
    StringBuilder csv = new StringBuilder("name,tel,mail\n");
    for (int person = from; person < from + PERSONS; person++) {
      boolean changed = from > 0 && person % 3 == 0;
      csv.append(
          "Given%d Family%d,13%d%08d,p%d@example.org\n"
              .formatted(person, person, changed ? 8 : 9, person, person));
    }
    for (int person = from; person < from + PERSONS; person += 5) {
      // A record of its own: the neighbour has no other identifier, and is in one file only.
      csv.append("Neighbour%s%d Of%d,139%08d,\n".formatted(file, person, person, person + 1));
    }
    Files.writeString(folder.resolve(file + ".csv"), csv);
  }

  private Tool.Outcome census(String to, List<String> files, String... settings)
      throws IOException {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("census", "--config", configuration(files).toString()));
    arguments.addAll(List.of("--set", "output.path=" + out(to)));
    arguments.addAll(List.of("--set", "privacy.key.file=" + folder.resolve("key")));
    for (String setting : settings) {
      arguments.addAll(List.of("--set", setting));
    }
    return Tool.run(arguments.toArray(new String[0]));
  }

  private Path configuration(List<String> files) throws IOException {
    return Files.writeString(
        folder.resolve("run.conf"),
        """
        leak-census.sources.people {
          files = %s, format = csv, charset = UTF-8
          fields { full-name = name, phone = tel, email = mail }
        }
        """
            .formatted(files.stream().map(file -> "\"" + file + ".csv\"").toList()));
  }

  private Tool.Outcome compare(String... more) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("compare", "--run", out("a"), "--with", out("b")));
    arguments.addAll(List.of("--set", "privacy.key.file=" + folder.resolve("key")));
    arguments.addAll(List.of(more));
    return Tool.run(arguments.toArray(new String[0]));
  }

  private String out(String name) {
    return folder.resolve("out-" + name).toString();
  }

  private String runId(String name) {
    return CommittedRun.open(out(name), new Configuration()).manifest().runId();
  }

  private double persons(String name) {
    SummaryRows rows =
        CommittedRun.open(out(name), new Configuration())
            .table(CensusTables.PERSON_ESTIMATE)
            .orElseThrow();
    List<String> names = rows.table().columns().stream().map(each -> each.name()).toList();
    return rows.rows().stream()
        .filter(row -> row.get(names.indexOf("scope")).orElseThrow().equals("sample"))
        .filter(row -> row.get(names.indexOf("source")).orElseThrow().equals("*"))
        .filter(row -> row.get(names.indexOf("selected")).orElseThrow().equals(true))
        .mapToDouble(row -> (Double) row.get(names.indexOf("persons")).orElseThrow())
        .findFirst()
        .orElseThrow();
  }

  private static double by(JsonNode result, String identifier) {
    for (JsonNode share : result.path("in_common")) {
      if (share.path("by").asText().equals(identifier)) {
        return share.path("persons").asDouble();
      }
    }
    throw new AssertionError("nothing by " + identifier);
  }

  /** All numbers of persons but those of the runs, which are published already. */
  private static List<Double> numbers(JsonNode result) {
    List<Double> numbers = new ArrayList<>();
    result.path("runs").forEach(run -> numbers.add(run.path("persons_with_identifier").asDouble()));
    List<JsonNode> shares = new ArrayList<>();
    result.path("in_common").forEach(shares::add);
    shares.add(result.path("in_either"));
    for (JsonNode share : shares) {
      for (String column : List.of("persons", "lower", "upper")) {
        numbers.add(share.path(column).asDouble());
      }
    }
    return numbers;
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static void assertOk(Tool.Outcome outcome) {
    assertThat(outcome.errors()).isEmpty();
    assertThat(outcome.code()).isZero();
  }

  private static void assertRefused(Tool.Outcome outcome, String message) {
    assertThat(outcome.errors().strip()).isEqualTo(message);
    assertThat(outcome.code()).isEqualTo(2);
  }
}
