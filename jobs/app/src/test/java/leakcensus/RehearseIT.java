package leakcensus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import leakcensus.testing.LocalSpark;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LocalSpark.class)
class RehearseIT {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /** By identifiers alone one can count the tiny leaks by eye. */
  private static final String BY_IDENTIFIERS = "resolve.method=identifiers";

  @TempDir private Path folder;

  @BeforeAll
  static void start(SparkSession spark) {
    assertThat(spark).isNotNull();
  }

  @BeforeEach
  void writeLeaks() throws IOException {
    // Two persons, found as two, between 1 and 2.
    write("plain", "Ada Byron,ada@mail.com,a", "Ada Byron,ada@mail.com,a", "Bo Li,bo@mail.com,b");
    // Two persons of one name behind one address, found as one, and nothing says otherwise.
    write("namesakes", "Cy Roe,cy@mail.com,c", "Cy Roe,cy@mail.com,d");
  }

  @Test
  void scoresEachLeakAndAllOfThemAndEndsWithZeroWhereRequirementsAreMet() throws IOException {
    Tool.Outcome outcome =
        rehearse(
            "plain", "namesakes", "--require-coverage", "0.5", "--require-width", "0.25", "--json");

    assertThat(outcome.errors()).isEmpty();
    assertThat(outcome.code()).isZero();
    assertThat(outcome.output()).hasLineCount(1);
    JsonNode json = JSON.readTree(outcome.output());
    JsonNode plain = json.at("/leaks/0");
    assertThat(plain.path("leak").asText()).isEqualTo("plain");
    assertThat(plain.path("records").asLong()).isEqualTo(3);
    assertThat(plain.path("true_persons").asLong()).isEqualTo(2);
    assertThat(plain.path("persons").asDouble()).isEqualTo(2);
    assertThat(plain.path("lower").asDouble()).isEqualTo(1);
    assertThat(plain.path("upper").asDouble()).isEqualTo(2);
    assertThat(plain.path("covered").asBoolean()).isTrue();
    assertThat(plain.path("width_ratio").asDouble()).isEqualTo(0.5);
    assertThat(plain.path("error_ratio").asDouble()).isZero();
    assertThat(plain.path("pairwise_f1").asDouble()).isEqualTo(1);
    assertThat(plain.path("b_cubed_f1").asDouble()).isEqualTo(1);
    assertThat(plain.path("seconds").asDouble()).isPositive();

    JsonNode namesakes = json.at("/leaks/1");
    assertThat(namesakes.path("persons").asDouble()).isEqualTo(1);
    assertThat(namesakes.path("covered").asBoolean()).isFalse();
    assertThat(namesakes.path("error_ratio").asDouble()).isEqualTo(-0.5);
    assertThat(namesakes.path("pairwise_f1").asDouble()).isZero();
    // Width 0, and 2 / 0.05 times half of the truth outside.
    assertThat(namesakes.path("interval_score_ratio").asDouble()).isCloseTo(20, within(1e-9));

    JsonNode total = json.path("total");
    assertThat(total.path("leaks").asLong()).isEqualTo(2);
    assertThat(total.path("covered").asLong()).isEqualTo(1);
    assertThat(total.path("coverage_ratio").asDouble()).isEqualTo(0.5);
    // Wilson: (0.5 + z^2/4 -+ z sqrt(1/8 + z^2/16)) / (1 + z^2/2) with z = 1.959964
    assertThat(total.path("coverage_lower_ratio").asDouble()).isCloseTo(0.094531, within(1e-5));
    assertThat(total.path("coverage_upper_ratio").asDouble()).isCloseTo(0.905469, within(1e-5));
    assertThat(total.path("median_width_ratio").asDouble()).isEqualTo(0.25);
    assertThat(total.path("median_absolute_error_ratio").asDouble()).isEqualTo(0.25);
    assertThat(total.path("mean_interval_score_ratio").asDouble()).isCloseTo(10.25, within(1e-9));
  }

  @Tag("long")
  @Test
  void saysTheSameInWordsAndEndsWithOneWhereRequirementsAreMissed() {
    Tool.Outcome outcome =
        rehearse("plain", "namesakes", "--require-coverage", "0.9", "--require-width", "0.15");

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.errors().lines())
        .containsExactly(
            "Coverage is too small: 1 of 2 leaks (must be a ratio of at least 0.9).",
            "Intervals are too wide: median 0.250 of the truth (must be at most 0.15).");
    assertThat(outcome.output().lines())
        .anyMatch(line -> line.matches("  plain +3 +2 +2 +1 +2 +yes +50.0% +\\+0.0% +1.0000.*"))
        .anyMatch(line -> line.matches("  namesakes +2 +2 +1 +1 +1 +NO +0.0% +-50.0% +0.0000.*"))
        .contains(
            "  intervals hold the truth in 1 of 2 leaks: 50 % (95 % interval 9 to 91 %)",
            "  median width 25.0% of the truth, median error 25.0 %, mean interval score 1025.0%");
  }

  @Tag("long")
  @Test
  void makesRegistersItself() throws IOException {
    Path out = folder.resolve("out");
    Tool.Outcome outcome =
        Tool.run(
            "rehearse",
            "--make",
            "1",
            "--seed",
            "3",
            "--out",
            out.toString(),
            "--json",
            "--set",
            "synthesise.register.persons=150");

    assertThat(outcome.errors()).isEmpty();
    assertThat(outcome.code()).isZero();
    JsonNode leak = JSON.readTree(outcome.output()).at("/leaks/0");
    JsonNode truth = JSON.readTree(out.resolve("leaks/register-3/truth.json").toFile());
    assertThat(truth.path("persons").asLong()).isEqualTo(150);
    assertThat(leak.path("leak").asText()).isEqualTo("register-3");
    assertThat(leak.path("true_persons").asLong()).isEqualTo(150);
    assertThat(leak.path("records").asLong()).isEqualTo(truth.path("records").asLong());
    assertThat(leak.path("persons").asDouble()).isBetween(75.0, 300.0);
    assertThat(out.resolve("runs/leak-001/latest.json")).exists();
  }

  @Test
  void refusesAFolderWithoutAConfiguration() {
    Path empty = folder.resolve("nothing");

    assertRefused(
        Tool.run("rehearse", empty.toString()),
        "Cannot rehearse %s: it has no census.conf. Name folders that synthesise --register has made, or others with that file."
            .formatted(empty));
  }

  @Test
  void refusesALeakWithoutTheColumn() {
    assertRefused(
        rehearse("plain", "--truth-column", "entity"),
        "Cannot find column entity in any record of the truth source. Check --truth-column.");
  }

  @Test
  void refusesToRehearseNothing() {
    assertRefused(
        Tool.run("rehearse"),
        "Missing leaks: name folders with a census.conf, or make registers by --make N.");
    assertRefused(Tool.run("rehearse", "--make", "-1"), "Invalid --make: -1 (must be at least 0).");
  }

  @Test
  void refusesRequirementsThatCannotBe() {
    assertRefused(
        rehearse("plain", "--require-coverage", "90"),
        "Invalid --require-coverage: 90.0 (must be a ratio, 0 to 1).");
    assertRefused(
        rehearse("plain", "--require-width", "-0.1"),
        "Invalid --require-width: -0.1 (must be a ratio from 0).");
  }

  private Tool.Outcome rehearse(String... arguments) {
    List<String> all = new ArrayList<>(List.of("rehearse", "--set", BY_IDENTIFIERS));
    for (String argument : arguments) {
      Path leak = folder.resolve(argument);
      all.add(Files.isDirectory(leak) ? leak.toString() : argument);
    }
    return Tool.run(all.toArray(new String[0]));
  }

  private void write(String name, String... records) throws IOException {
    Path leak = Files.createDirectories(folder.resolve(name));
    Files.writeString(
        leak.resolve("people.csv"), "name,mail,true_person\n" + String.join("\n", records) + "\n");
    Files.writeString(
        leak.resolve("census.conf"),
        """
        leak-census.sources.people {
          files = [people.csv]
          format = csv
          fields { full-name = name, email = mail }
        }
        leak-census.population.compare = []
        """);
  }

  private static void assertRefused(Tool.Outcome outcome, String sentence) {
    assertThat(outcome.errors()).isEqualToIgnoringNewLines(sentence).hasLineCount(1);
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.output()).isEmpty();
  }
}
