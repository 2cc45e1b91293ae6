package leakcensus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import leakcensus.pipeline.CensusRun;
import leakcensus.synthetic.SourceTally.Count;
import leakcensus.testing.LocalSpark;
import leakcensus.testing.MadeUpLeak;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LocalSpark.class)
class EvaluateIT {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private static final String COLUMN = "true_entity";

  @TempDir private static Path folder;

  private static MadeUpLeak leak;
  private static CensusRun run;

  @TempDir private Path other;

  @BeforeAll
  static void count(SparkSession spark) {
    leak = MadeUpLeak.write(spark, folder.resolve("leak"), "synthesise.persons=400");
    run = leak.count(spark, folder.resolve("out"), "output.assignments=true");
  }

  @Test
  void scoresTheRunAgainstTheTruth() throws IOException {
    Tool.Outcome outcome =
        evaluate(
            run.path(),
            sources(leak),
            COLUMN,
            "--json",
            "--truth-totals",
            leak.folder().resolve("truth.json").toString());

    assertThat(outcome.errors()).isEmpty();
    assertThat(outcome.code()).isZero();
    assertThat(outcome.output()).hasLineCount(1);
    JsonNode json = JSON.readTree(outcome.output());
    assertThat(json.at("/sample/true_persons").asLong()).isEqualTo(leak.truth().samplePersons());
    assertThat(json.at("/sample/covered").asBoolean()).isTrue();
    assertThat(json.at("/dump/true_persons").asLong()).isEqualTo(leak.truth().dump().persons());
    assertThat(json.path("labelled_mentions").asLong())
        .isEqualTo(leak.truth().total(Count.MENTIONS));
    assertThat(json.at("/pairwise/precision").asDouble()).isGreaterThan(0.98);
    assertThat(json.path("field_coverage_error").asDouble()).isZero();
    assertThat(json.path("true_organisations").asLong()).isZero();
  }

  @Tag("long")
  @Test
  void leavesOnlyThoseOutWhomTheTruthCallsOrganisations(SparkSession spark) throws IOException {
    Files.writeString(
        other.resolve("people.csv"),
        """
        name,mail,true_entity,kind
        Ada Byron,ada@mail.com,a,P
        Bo Li,bo@mail.com,b,P
        Joe Sparks Inc,joe@mail.com,c,P
        Acme Widgets GmbH,info@acme.com,d,O
        """);
    Path configuration = other.resolve("sources.conf");
    Files.writeString(
        configuration,
        """
        leak-census.sources.people {
          files = [people.csv], format = csv, fields { full-name = name, email = mail }
        }
        """);
    CensusRun mixed =
        MadeUpLeak.count(spark, other, other.resolve("out"), "output.assignments=true");

    Tool.Outcome all = evaluate(mixed.path(), configuration, COLUMN);
    Tool.Outcome marked =
        evaluate(mixed.path(), configuration, COLUMN, "--truth-organisations", "kind=O");
    JsonNode json =
        JSON.readTree(
            evaluate(mixed.path(), configuration, COLUMN, "--truth-organisations=kind=O", "--json")
                .output());

    assertThat(all.errors()).isEmpty();
    assertThat(all.output().lines())
        .contains("  took 2 true persons for organisations")
        .contains("  scored 4 of 4 labelled mentions")
        .anyMatch(line -> line.startsWith("  persons of the sample  true 4, counted 2 "))
        .noneMatch(line -> line.contains("left out"));
    assertThat(marked.output().lines())
        .contains("  left out 1 true entities that the truth calls organisations")
        .contains("  took 1 true persons for organisations")
        .contains("  scored 3 of 3 labelled mentions");
    assertThat(json.path("true_organisations").asLong()).isEqualTo(1);
    assertThat(json.path("persons_taken_for_organisations").asLong()).isEqualTo(1);
    assertThat(json.at("/sample/true_persons").asLong()).isEqualTo(3);
  }

  @Test
  void refusesAMarkOfOrganisationsThatNoRecordHas() {
    assertRefused(
        evaluate(run.path(), sources(leak), COLUMN, "--truth-organisations", "kind=O"),
        2,
        "Cannot find an organisation among the true entities, by column kind. Check"
            + " --truth-organisations.");
  }

  @Test
  void refusesAMarkOfOrganisationsWithoutAValue() {
    assertRefused(
        evaluate(run.path(), sources(leak), COLUMN, "--truth-organisations", "kind"),
        2,
        "Cannot read --truth-organisations: Invalid mark of organisations: column or value is empty"
            + " (must be COLUMN=VALUE).");
  }

  @Test
  void saysTheSameInWords() {
    Tool.Outcome outcome = evaluate(run.path(), sources(leak), COLUMN);

    assertThat(outcome.errors()).isEmpty();
    assertThat(outcome.output().lines())
        .contains("Run against truth")
        .anyMatch(
            line ->
                line.startsWith(
                    "  persons of the sample  true %,d, counted "
                        .formatted(leak.truth().samplePersons())))
        .anyMatch(line -> line.startsWith("  pairwise  precision "))
        .noneMatch(line -> line.contains("dump"));
  }

  @Test
  void refusesARunWithoutAssignments() throws IOException {
    String text = Files.readString(Path.of(URI.create(run.path())).resolve("manifest.json"));
    JsonNode manifest = JSON.readTree(text);
    ArrayNode tables = (ArrayNode) manifest.get("tables");
    for (int table = tables.size() - 1; table >= 0; table--) {
      if (tables.get(table).path("name").asText().equals("assignments")) {
        tables.remove(table);
      }
    }
    Files.writeString(other.resolve("manifest.json"), manifest.toString());

    assertRefused(
        evaluate(other.toString(), sources(leak), COLUMN),
        2,
        "Missing table assignments in run %s: run the census again with --set output.assignments=true."
            .formatted(run.runId()));
  }

  @Test
  void refusesAColumnThatNoRecordHas() {
    assertRefused(
        evaluate(run.path(), sources(leak), "entity"),
        2,
        "Cannot find column entity in any record of the truth source. Check --truth-column.");
  }

  @Test
  void refusesFilesThatTheRunDidNotRead(@TempDir Path elsewhere) throws IOException {
    Path copy = Files.createDirectories(elsewhere.resolve("persons")).resolve("part-00000.csv");
    Files.writeString(copy, "name,true_entity\nAda,1\n");
    Path configuration = elsewhere.resolve("sources.conf");
    Files.writeString(
        configuration,
        "leak-census.sources.persons { files = [\"persons/*\"], format = csv, fields { full-name ="
            + " name } }\n");

    assertRefused(
        evaluate(run.path(), configuration, COLUMN),
        2,
        "Unknown file 0 of the truth source: the run did not read it. Check --truth-source.");
  }

  @Test
  void refusesTotalsThatAreNotThere() {
    assertRefused(
        evaluate(
            run.path(),
            sources(leak),
            COLUMN,
            "--truth-totals",
            other.resolve("nowhere.json").toString()),
        2,
        "Cannot read --truth-totals: FileNotFoundException.");
  }

  @Test
  void refusesAFolderWithoutARun() {
    assertRefused(
        evaluate(other.toString(), sources(leak), COLUMN),
        3,
        "Cannot find a committed run: the folder has no manifest.json. Check --run.");
  }

  private static Path sources(MadeUpLeak leak) {
    return leak.folder().resolve("sources.conf");
  }

  private static Tool.Outcome evaluate(String run, Path source, String column, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "evaluate",
                "--run",
                run,
                "--truth-source",
                source.toString(),
                "--truth-column",
                column));
    arguments.addAll(List.of(more));
    return Tool.run(arguments.toArray(new String[0]));
  }

  private static void assertRefused(Tool.Outcome outcome, int code, String sentence) {
    assertThat(outcome.errors()).isEqualToIgnoringNewLines(sentence).hasLineCount(1);
    assertThat(outcome.code()).isEqualTo(code);
    assertThat(outcome.output()).isEmpty();
  }
}
