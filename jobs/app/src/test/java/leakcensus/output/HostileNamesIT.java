package leakcensus.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import leakcensus.Tool;
import leakcensus.config.ConfigReader;
import leakcensus.config.LoadedConfig;
import leakcensus.source.Source;
import leakcensus.testing.LocalSpark;
import org.apache.spark.sql.SparkSession;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Names that a leak or a configuration brings along run nothing, forge no line and hide nothing
 * wherever a census writes or prints them.
 */
@ExtendWith(LocalSpark.class)
class HostileNamesIT {

  /** Clears a terminal, sets its title, ends the line, turns the direction of writing. */
  private static final String ACTS = "\u001b[2J\u001b]0;x\u0007\u009B31m\n\u0085\r\u202Eevil\u2066";

  private static final String FORMULA = "=cmd|'/C calc'!A0;=1+1";
  private static final String MARKUP = "<img src=x onerror=alert(1)>[a](javascript:1)";
  private static final String NAME = FORMULA + ACTS + MARKUP;

  /** What stands in its place where text is shown. */
  private static final String SHOWN =
      "\\u001b[2J\\u001b]0;x\\u0007\\u009b31m\\u000a\\u0085\\u000d\\u202eevil\\u2066";

  @TempDir private static Path folder;

  private static Path output;
  private static Path run;
  private static Tool.Outcome census;

  @BeforeAll
  static void count(SparkSession spark) throws IOException {
    assertThat(spark).as("the session that the commands find").isNotNull();
    output = folder.resolve("out");
    Path leak = Files.createDirectories(folder.resolve("leak"));
    StringBuilder csv = new StringBuilder("name,tel,\"" + NAME + "\"\n");
    for (int person = 0; person < 60; person++) {
      csv.append("Given%d Family%d,139%08d,x\n".formatted(person, person, person * 37));
    }
    csv.append("too,few\n");
    Files.writeString(leak.resolve("a" + ACTS.replace("\r", "") + ".csv"), csv);
    Path configuration =
        Files.writeString(
            folder.resolve("run.conf"),
            """
            leak-census {
              sources { %1$s { files = ["leak/*"], format = csv, charset = UTF-8, multi-line = true
                fields { full-name = name, phone = tel }, other = [%1$s] } }
              claims { %1$s { persons = 100000 } }
              resolve.method = identifiers
            }
            """
                .formatted(quoted(NAME)));
    census =
        Tool.run("census", "--config", configuration.toString(), "--set", "output.path=" + output);
    assertThat(census.code()).as(census.errors()).isZero();
    try (Stream<Path> runs = Files.list(output.resolve("runs"))) {
      run = runs.findFirst().orElseThrow();
    }
  }

  @Test
  void actOnNoTerminal() {
    for (String[] command :
        new String[][] {
          {"report"}, {"verify"}, {"explain"}, {"notify", "--regime", "gdpr"}, {"files"}
        }) {
      Tool.Outcome outcome =
          Tool.run(
              Stream.concat(Stream.of(command), Stream.of("--run", run.toString()))
                  .toArray(String[]::new));

      assertThat(outcome.code()).as(outcome.errors()).isZero();
      assertInert(outcome.output());
    }
    assertInert(census.output());
    assertThat(census.output()).contains(SHOWN);
  }

  @Test
  void actOnNoTerminalInAMessage() {
    for (String[] command :
        new String[][] {
          {"census", "--set", NAME + "=1"},
          {"census", "--config", NAME},
          {"report", "--run", NAME},
          {"report", "--run", run.toString(), "--format", NAME},
          {NAME},
          {"notify", "--run", run.toString(), "--regime", NAME}
        }) {
      Tool.Outcome outcome = Tool.run(command);

      assertThat(outcome.code()).isNotZero();
      assertInert(outcome.errors());
      assertThat(outcome.errors().strip().lines()).as("one message, one line").hasSize(1);
    }
  }

  @Test
  void forgeNoLineOfTheListOfFiles() {
    assertThat(Tool.run("files", "--run", run.toString()).output().lines())
        .singleElement()
        .asString()
        .satisfies(line -> assertThat(line.split("\t")).hasSize(3));
  }

  @Test
  void forgeNoLineOfStatusAndAudit() throws IOException {
    Tool.Outcome refused =
        Tool.run(
            "census",
            "--config",
            folder.resolve("run.conf").toString(),
            "--set",
            "output.path=" + output,
            "--set",
            "read.max-quarantine-ratio=0");

    assertThat(refused.code()).isEqualTo(4);
    assertInert(refused.errors());
    try (Stream<Path> status = Files.list(output.resolve("status"))) {
      for (Path file : status.toList()) {
        assertInert(Files.readString(file));
      }
    }
    List<String> audit = Files.readAllLines(output.resolve("audit.jsonl"));
    assertThat(audit).hasSizeGreaterThanOrEqualTo(2);
    for (String line : audit) {
      assertInert(line);
      assertThat(new ObjectMapper().readTree(line).isObject()).isTrue();
    }
  }

  @Test
  void runNoFormula() throws IOException {
    try (Stream<Path> tables = Files.list(run.resolve("csv"))) {
      for (Path table : tables.toList()) {
        String text = Files.readString(table).substring(1);
        assertInert(text.replace("\r\n", "\n"));
        for (CsvRecord row : CsvReader.builder().ofCsvRecord(text)) {
          assertThat(row.getFields())
              .noneMatch(cell -> cell.matches("(?s)(.*[,;|])?[=+@].*") && !isNumber(cell));
        }
      }
    }
    assertThat(Files.readString(run.resolve("csv/intake.csv"))).contains("'=cmd|'/C calc'!A0;'=1");
  }

  @Test
  void areTextOnThePageAndInMarkdown() throws IOException {
    for (String name : List.of("report.html", "report.zh.html")) {
      String html = Files.readString(run.resolve(name));
      Document page = Jsoup.parse(html);

      assertInert(html);
      assertThat(page.select("img, script, [onerror]")).isEmpty();
      assertThat(page.text()).contains(MARKUP);
    }
    for (String name : List.of("report.md", "report.zh.md")) {
      assertNoMarkup(Files.readString(run.resolve(name)));
    }
    assertNoMarkup(Tool.run("notify", "--run", run.toString(), "--regime", "gdpr").output());
  }

  @Test
  void areTheSameInTheJsonOfARun() throws IOException {
    Tool.Outcome outcome = Tool.run("report", "--json", "--run", run.toString());

    assertInert(outcome.output());
    JsonNode claims = new ObjectMapper().readTree(outcome.output()).path("claim_check");
    assertThat(claims.get(0).path("claim").asText()).isEqualTo(NAME);
  }

  @Test
  void areTheSameInAProposedConfiguration() throws IOException {
    Tool.Outcome outcome = Tool.run("inspect", folder.resolve("leak").toString());

    assertThat(outcome.code()).isZero();
    assertInert(outcome.output());
    assertInert(outcome.errors());
    Path proposed = Files.writeString(folder.resolve("proposed.conf"), outcome.output());
    List<Source> sources =
        ConfigReader.read(LoadedConfig.load(Optional.of(proposed), List.of())).sources();
    assertThat(sources).hasSize(1);
    assertThat(sources.get(0).files()).singleElement().asString().contains("\u001b[2J");
  }

  /** Nothing that acts or hides, but line ends and tabs. */
  private static void assertInert(String text) {
    assertThat(
            text.codePoints()
                .filter(character -> character != '\n' && character != '\t')
                .filter(
                    character ->
                        Character.isISOControl(character)
                            || Character.getType(character) == Character.FORMAT)
                .mapToObj(Integer::toHexString)
                .toList())
        .isEmpty();
  }

  private static void assertNoMarkup(String markdown) {
    assertInert(markdown);
    assertThat(markdown).doesNotContain("<img", "[a](javascript");
  }

  private static boolean isNumber(String cell) {
    return cell.matches("[+-]?[0-9.E+-]{1,30}");
  }

  /** A text as HOCON reads it. */
  private static String quoted(String text) throws IOException {
    return new ObjectMapper().writeValueAsString(text);
  }
}
