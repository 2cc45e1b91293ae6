package leakcensus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import leakcensus.spark.table.SimulationTable;
import leakcensus.spark.table.SummaryColumn;
import leakcensus.spark.table.SummaryRows;
import leakcensus.spark.write.ReadTable;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateCommandTest {

  private static final String[] SMALL = {
    "--laws", "one-or-ten", "--ratios", "0.1", "--records", "20000", "--repetitions", "4"
  };

  private static final String[] RANDOM_RECORDS = {"--regimes", "random-records"};

  @TempDir private Path folder;

  @Test
  void saysHowOftenTheIntervalHoldsTheTruth() {
    Tool.Outcome outcome = simulate(RANDOM_RECORDS);

    assertThat(outcome.code()).isZero();
    assertThat(outcome.output().lines().map(String::strip))
        .anySatisfy(
            line ->
                assertThat(line)
                    .matches(
                        "random-records +0\\.1 +one-or-ten +selected +61,538 +100\\.0% +0\\.0%"
                            + " +(100|75)\\.0% .*"))
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith(
                        "| random-records | 0.1 | selected | 1 | 100.0% (100.0% one-or-ten)"))
        .anySatisfy(
            line ->
                assertThat(line)
                    .matches(
                        "\\| random-records \\| 0\\.1 \\| upper/lower \\| at most 1\\.45 \\| .* \\|"
                            + " (met|\\*\\*missed\\*\\*) \\|"));
  }

  @Test
  void writesWhatItPrintsAsParquet() throws IOException {
    Path out = folder.resolve("new/out");

    Tool.Outcome outcome =
        simulate("--regimes", "random-records,captures-two", "--json", "--out", out.toString());

    JsonNode cells = new ObjectMapper().readTree(outcome.output()).path("cells");
    SummaryRows rows =
        new ReadTable(new Configuration())
            .read(
                SimulationTable.TABLE,
                new org.apache.hadoop.fs.Path(out.resolve("simulation.parquet").toUri()));
    assertThat(rows.rows()).hasSameSizeAs(cells).hasSize(7);
    for (int row = 0; row < cells.size(); row++) {
      for (int at = 1; at < SimulationTable.TABLE.columns().size(); at++) {
        SummaryColumn column = SimulationTable.TABLE.columns().get(at);
        Optional<Object> cell = rows.rows().get(row).get(at);
        assertThat(cells.get(row).path(column.name()).asText())
            .as(column.name())
            .isEqualTo(cell.map(Object::toString).orElse("null"));
      }
    }
    assertThat(rows.rows().get(0).get(0)).contains("seed-1");
    try (Stream<Path> files = Files.list(out)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactly("simulation.parquet");
    }
  }

  @Tag("long")
  @Test
  void linksWithErrorsIfAsked() throws IOException {
    JsonNode cells =
        new ObjectMapper()
            .readTree(Tool.run("simulate", "--linkage", "--repetitions", "1", "--json").output())
            .path("cells");

    assertThat(cells).hasSizeGreaterThanOrEqualTo(15);
    assertThat(cells.at("/3/false_ratio").asDouble()).isEqualTo(1e-7);
    assertThat(cells.at("/3/corrected/coverage_ratio").asDouble()).isBetween(0.0, 1.0);
    assertThat(cells.at("/3/set_linked/bounded_ratio").asDouble()).isEqualTo(1);
  }

  @Test
  void losesNoTableThatIsThere() throws IOException {
    Files.writeString(folder.resolve("simulation.parquet"), "another");

    Tool.Outcome outcome = simulate("--regimes", "whole-dump", "--out", folder.toString());

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.output()).isEmpty();
    assertThat(outcome.errors())
        .isEqualToIgnoringNewLines(
            "Invalid --out: it holds a simulation.parquet already. Name another folder.");
  }

  @Test
  void simulatesLawsOfTheUser() throws IOException {
    Path csv = Files.writeString(folder.resolve("ours.csv"), "records,ratio\n1,60\n3,40\n");
    Path json =
        Files.writeString(
            folder.resolve("theirs.json"),
            "[{\"records\": 2, \"ratio\": 0.5}, {\"records\": 5, \"ratio\": 0.5}]");

    Tool.Outcome outcome =
        Tool.run(
            "simulate",
            "--regimes=whole-dump",
            "--records=10000",
            "--repetitions=2",
            "--law=mine=1:9,11:1",
            "--law-file=" + csv,
            "--law-file=" + json,
            "--json");

    JsonNode cells = new ObjectMapper().readTree(outcome.output()).path("cells");
    assertThat(cells)
        .extracting(cell -> cell.path("law").asText())
        .containsExactly("mine", "ours", "theirs");
    // 10,000 records by means of 2, 1.8 and 3.5
    assertThat(cells.get(0).path("persons").asDouble()).isBetween(4700.0, 5300.0);
    assertThat(cells.get(1).path("persons").asDouble()).isBetween(5250.0, 5850.0);
    assertThat(cells.get(2).path("persons").asDouble()).isBetween(2650.0, 3060.0);
  }

  @Test
  void printsALineForEachMethod() {
    Tool.Outcome outcome = simulate("--regimes", "captures-two", "--methods", "all");

    assertThat(outcome.output().lines().map(String::strip))
        .anyMatch(line -> line.matches("captures-two +0\\.15 +2-lists-none +selected +10,000 .*"))
        .anyMatch(line -> line.matches("captures-two +0\\.15 +2-lists-none +mt +10,000 .*"))
        .anyMatch(line -> line.startsWith("| captures-two | 0.15 | mt | 3 |"));
  }

  @Test
  void refusesWhatCannotBeSimulated() throws IOException {
    Path bad = Files.writeString(folder.resolve("bad.json"), "[{\"records\": 2}]");

    assertThat(errors("--laws", "cauchy"))
        .startsWith("Unknown law: cauchy (must be one of one, three, poisson, geometric, ");
    assertThat(errors("--ratios", "2"))
        .isEqualToIgnoringNewLines("Invalid sampled ratio: 2.0 (must be 1e-9 to 1)");
    assertThat(errors("--regimes", "census"))
        .startsWith("Unknown regime: census (must be one of random-records, independent-draws, ");
    assertThat(errors("--methods", "some"))
        .isEqualToIgnoringNewLines("Unknown methods: some (must be selected or all)");
    assertThat(errors("--law", "mine=1"))
        .isEqualToIgnoringNewLines(
            "Invalid law mine: 1 cells in a row (must be records and weight)");
    assertThat(errors("--law", "one=1:1", "--laws", "one"))
        .isEqualToIgnoringNewLines("Invalid laws: two are named one");
    assertThat(errors("--law-file", bad.toString()))
        .isEqualToIgnoringNewLines(
            "Invalid law bad: an entry without the numbers records and ratio");
    assertThat(errors("--law-file", folder.resolve("none.csv").toString()))
        .isEqualToIgnoringNewLines(
            "Cannot read --law-file: NoSuchFileException. Give CSV with records,ratio or a JSON"
                + " list.");
  }

  private static String errors(String... options) {
    Tool.Outcome outcome = Tool.run(arguments(List.of("simulate"), options));
    assertThat(outcome.code()).isBetween(2, 3);
    return outcome.errors();
  }

  private static Tool.Outcome simulate(String... options) {
    return Tool.run(
        arguments(Stream.concat(Stream.of("simulate"), Stream.of(SMALL)).toList(), options));
  }

  private static String[] arguments(List<String> first, String... more) {
    return Stream.concat(first.stream(), Stream.of(more)).toArray(String[]::new);
  }
}
