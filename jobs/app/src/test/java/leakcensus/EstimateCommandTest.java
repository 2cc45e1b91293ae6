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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EstimateCommandTest {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private static final String CSV = "k,count\n1,60\n2,30\n3,10\n";

  @TempDir private Path folder;

  @Test
  void countsTheSampleAndSaysWhatIsNotIdentifiable() throws IOException {
    Tool.Outcome outcome = estimate(CSV);

    assertThat(outcome.errors()).isEmpty();
    assertThat(outcome.code()).isZero();
    assertThat(outcome.output().lines().map(String::strip))
        .contains(
            "sample: 100 persons (count), from 100 to 100 at 95.0 %",
            "dump: no number of persons (not_identifiable), from 100 to - at 95.0 %",
            "Gate order: Only 0 persons were seen twice at known positions; 10 are needed to see"
                + " whether the sample is in random order.",
            "Coverage of the records (Good-Turing): 60.0 %",
            "good_turing                               167                    -                    -"
                + "  no",
            "Not identifiable: the dump. Needed: How the sample was drawn: records drawn at random"
                + " from all of the dump together with their number, or the whole dump.");
  }

  @Test
  void printsExactlyOneJsonObject() throws IOException {
    Tool.Outcome outcome = estimate(CSV, "--json", "--design", "whole-dump");

    assertThat(outcome.errors()).isEmpty();
    assertThat(outcome.output()).hasLineCount(1).endsWith("}\n");
    JsonNode json = JSON.readTree(outcome.output());
    assertThat(json.path("coverage").asDouble()).isEqualTo(1 - 60.0 / 150);
    JsonNode dump = selected(json, "dump");
    assertThat(dump.path("method").asText()).isEqualTo("count");
    assertThat(dump.path("persons").asDouble()).isEqualTo(100);
    assertThat(dump.path("lower").asDouble()).isEqualTo(100);
    assertThat(dump.path("upper").asDouble()).isEqualTo(100);
    assertThat(dump.path("confidence").asDouble()).isEqualTo(0.95);
    assertThat(dump.path("identifiable").asBoolean()).isTrue();
  }

  @Test
  void writesNullForAnEndThatIsNotKnown() throws IOException {
    JsonNode dump = selected(JSON.readTree(estimate(CSV, "--json").output()), "dump");

    assertThat(dump.path("persons").isNull()).isTrue();
    assertThat(dump.path("upper").isNull()).isTrue();
    assertThat(dump.path("identifiable").asBoolean()).isFalse();
    assertThat(dump.path("reason").asText()).startsWith("How the sample was drawn: ");
  }

  @Test
  void readsCountsAndRecordsOfTheDumpFromJson() throws IOException {
    String rows =
        "[{\"k\":1,\"count\":60},{\"k\":2,\"count\":30},{\"k\":3,\"count\":10},{\"k\":9,\"count\":0}]";
    String plain = "{\"frequency_of_frequencies\":" + rows + ",\"R\":5000}";
    String nested = "{\"input\":" + plain + ",\"expected\":{}}";

    String fromCsv = estimate(CSV, "--design", "random-records", "--dump-records", "5000").output();

    assertThat(fromCsv).contains("(joint_set)").doesNotContain("Not identifiable");
    assertThat(estimate(plain, "--design", "random-records").output()).isEqualTo(fromCsv);
    assertThat(estimate(nested, "--design", "random-records").output()).isEqualTo(fromCsv);
  }

  @Test
  void correctsForTheErrorsOfTheLinkage() throws IOException {
    String linkage =
        "{\"decoy_pairs\":10000000000,\"decoy_joined\":100,\"planted_pairs\":1000,\"planted_joined\":900,"
            + "\"household_pairs\":1.5}";
    String rows = "[{\"k\":1,\"count\":97000},{\"k\":2,\"count\":1440},{\"k\":3,\"count\":40}]";
    String counts =
        "{\"frequency_of_frequencies\":" + rows + ",\"R\":10000000,\"linkage\":" + linkage + "}";

    JsonNode answer =
        JSON.readTree(estimate(counts, "--json", "--design", "random-records").output());

    assertThat(selected(answer, "dump").path("method").asText()).isEqualTo("lp_set_linked");
    assertThat(selected(answer, "sample").path("lower").asDouble()).isLessThan(98_480);
    JsonNode birthday = method(answer, "birthday_linked");
    // 100,000 records: 4,999,950,000 pairs, 1e-8 of them false; 1,560 observed
    assertThat(birthday.at("/diagnostics/false_pairs").asDouble()).isCloseTo(51.4995, within(1e-9));
    assertThat(birthday.at("/diagnostics/true_pairs").asDouble())
        .isCloseTo(1_508.5005 / 0.9, within(1e-9));
    assertThat(method(answer, "cv0_lower_bound_linked").path("identifiable").asBoolean()).isTrue();
    assertThat(method(answer, "lp_set").path("reason").asText())
        .isEqualTo("Counts without error of linkage; this method takes them as they are.");
  }

  @Test
  void prefersTheRecordsOfTheCommandLine() throws IOException {
    String json = "{\"frequency_of_frequencies\":[{\"k\":1,\"count\":60}],\"R\":7}";

    assertThat(estimate(json, "--design", "random-records", "--dump-records", "600").code())
        .isZero();
    assertRefused(
        estimate(json, "--design", "random-records"),
        2,
        "Invalid dump records: 7 (the sample alone has 60). State the records of the whole dump.");
  }

  @Test
  void addsUpRowsOfTheSameK() throws IOException {
    assertThat(estimate("k,count\n1,40\n1,20\n\n2,30\n3,10\n").output())
        .isEqualTo(estimate(CSV).output());
  }

  @Test
  void knowsOfNobodyWithoutRows() throws IOException {
    JsonNode json = JSON.readTree(estimate("k,count\n", "--json").output());

    assertThat(selected(json, "sample").path("persons").asDouble()).isZero();
    assertThat(json.path("coverage").asDouble()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          count,k\\n1,60           | Missing header k,count
          ''                       | Missing header k,count
          1,60\\n2,30              | Missing header k,count
          k,count\\n1,-60          | Invalid frequency: -60 persons with 1 records (both must be >= 1)
          k,count\\n0,60           | Invalid frequency: 60 persons with 0 records (both must be >= 1)
          k,count\\n1,60,3         | Invalid row: 3 cells (must be k,count)
          k,count\\n1              | Invalid row: 1 cells (must be k,count)
          k,count\\n1,13800000001x | Invalid row: not two whole numbers
          k,count\\n1.5,60         | Invalid row: not two whole numbers
          {}                       | Missing frequency_of_frequencies
          {"frequency_of_frequencies":[{"k":1}]}               | Invalid count: not a whole number
          {"frequency_of_frequencies":[{"k":"1","count":2}]}   | Invalid k: not a whole number
          {"frequency_of_frequencies":[{"k":1,"count":2.5}]}   | Invalid count: not a whole number
          {"frequency_of_frequencies":[],"R":"many"}           | Invalid R: not a whole number
          {"frequency_of_frequencies":[{"k":2,"count":-1}]}    | Invalid frequency: -1 persons with 2 records (both must be >= 1)
          {"f":[{"k":1,"count":9}],"repeat_gaps":[0.5,-1]}     | Invalid repeat_gaps: no number from 0 to the records of the sample
          {"lists":["A","B"],"histories":[{"h":"101","count":1}]} | Invalid h: not a 0 or 1 for each of 2 lists
          {"f":[{"k":1,"count":9}],"repeat_gaps":[10]}         | Invalid repeat_gaps: no number from 0 to the records of the sample
          {"f":[{"k":1,"count":9}],"design":"Li Wei"}          | Invalid design: none of unknown, whole-dump, random-records, independent-draws, head
          {"lists":["Li","Li"],"histories":[{"h":"11","count":1}]} | Invalid lists: two have the same name
          {"f":[{"k":1,"count":9}],"linkage":7}                | Invalid linkage: not an object
          {"f":[{"k":1,"count":9}],"linkage":{"decoys":1}}     | Invalid linkage: 1 unknown names (known are decoy_pairs, decoy_joined, planted_pairs, planted_joined, household_pairs)
          {"f":[{"k":1,"count":9}],"linkage":{"decoy_pairs":9}} | Invalid decoy_joined: not a whole number
          {"f":[{"k":1,"count":9}],"linkage":{"decoy_pairs":9,"decoy_joined":10,"planted_pairs":1,"planted_joined":1}} | Invalid joined decoy pairs: 10 (must be 0 to the 9 compared)
          {"f":[{"k":1,"count":9}],"linkage":{"decoy_pairs":9,"decoy_joined":0,"planted_pairs":1,"planted_joined":0}}  | Invalid joined planted pairs: 0 (must be 1 to the 1 planted)
          {"f":[{"k":1,"count":9}],"linkage":{"decoy_pairs":9,"decoy_joined":0,"planted_pairs":1,"planted_joined":1,"household_pairs":"few"}} | Invalid household_pairs: not a number
          {"frequency_of_frequencies":                         | JsonEOFException
          """)
  void refusesWhatIsNoTableOfCounts(String text, String fault) throws IOException {
    assertRefused(
        estimate(text.replace("\\n", "\n")),
        3,
        "Cannot read --counts: %s. Give JSON with frequency_of_frequencies or histories, or CSV with k,count."
            .formatted(fault));
  }

  @Test
  void readsDesignAndGapsFromTheFile() throws IOException {
    String together = "1,".repeat(30);
    String json =
        "{\"input\":{\"f\":[{\"k\":1,\"count\":400},{\"k\":2,\"count\":30}],\"R\":9000},"
            + "\"design\":\"random-records\",\"repeat_gaps\":[%s2]}".formatted(together);

    JsonNode answer = JSON.readTree(estimate(json, "--json").output());

    assertThat(answer.path("gates").path(0).path("name").asText()).isEqualTo("order");
    assertThat(answer.path("gates").path(0).path("outcome").asText()).isEqualTo("refused");
    assertThat(selected(answer, "dump").path("reason").asText())
        .startsWith("Persons seen twice do not stand where random order would put them (31 of");
    assertThat(selected(answer, "dump").path("lower").asDouble()).isEqualTo(430);
  }

  @Test
  void readsCaptureHistories() throws IOException {
    String json =
        "{\"lists\":[\"P\",\"E\"],\"histories\":[{\"h\":\"10\",\"count\":69},"
            + "{\"h\":\"01\",\"count\":55},{\"h\":\"11\",\"count\":21}]}";

    JsonNode dump = selected(JSON.readTree(estimate(json, "--json").output()), "dump");

    assertThat(dump.path("method").asText()).isEqualTo("chapman");
    assertThat(dump.path("persons").asDouble()).isEqualTo(91 * 77 / 22.0 - 1);
    String unnamed = json.replace("\"lists\":[\"P\",\"E\"],", "");
    assertThat(estimate(unnamed, "--json").output())
        .isEqualTo(estimate(json.replace("\"P\",\"E\"", "\"L1\",\"L2\""), "--json").output());
  }

  @Test
  void answersFromAListThatWasDrawnFromAnIndexOfPersons() throws IOException {
    String json =
        "{\"lists\":[\"P\",\"E\"],\"person_indexes\":[\"E\"],\"histories\":[{\"h\":\"10\",\"count\":69},"
            + "{\"h\":\"01\",\"count\":55},{\"h\":\"11\",\"count\":21}]}";

    JsonNode dump = selected(JSON.readTree(estimate(json, "--json").output()), "dump");

    assertThat(dump.path("method").asText()).isEqualTo("flat_index");
    assertThat(dump.path("persons").asDouble()).isEqualTo(90 * 76 / 22.0);
    assertThat(dump.path("why").asText()).startsWith("Chosen because a source with one record");
    assertThat(estimate(json.replace("[\"E\"]", "[\"X\"]"), "--json").errors())
        .isEqualToIgnoringNewLines("Unknown person index: not among the lists");
  }

  @Test
  void answersForEveryFileOfAFolder() throws IOException {
    Path tables = Files.createDirectory(folder.resolve("tables"));
    Files.writeString(tables.resolve("b.csv"), CSV);
    Files.writeString(tables.resolve("a.json"), "{\"f\":[{\"k\":1,\"count\":7}]}");
    Files.writeString(tables.resolve("notes.txt"), "no table");

    Tool.Outcome outcome = Tool.run("estimate", "--counts", tables.toString(), "--json");

    JsonNode answers = JSON.readTree(outcome.output());
    assertThat(answers.fieldNames()).toIterable().containsExactly("a.json", "b.csv");
    assertThat(selected(answers.path("a.json"), "sample").path("persons").asDouble()).isEqualTo(7);
    assertThat(selected(answers.path("b.csv"), "sample").path("persons").asDouble()).isEqualTo(100);
  }

  @Test
  void refusesAFolderWithoutTables() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));

    assertRefused(
        Tool.run("estimate", "--counts", empty.toString()),
        3,
        "Missing tables in the folder of --counts: no file ends in .json or .csv.");
  }

  @Test
  void refusesAMissingFile() {
    assertRefused(
        Tool.run("estimate", "--counts", folder.resolve("nowhere.csv").toString()),
        3,
        "Cannot read --counts: NoSuchFileException. Give JSON with frequency_of_frequencies or"
            + " histories, or CSV with k,count.");
  }

  @Test
  void refusesAnUnknownDesign() throws IOException {
    assertRefused(
        estimate(CSV, "--design", "stratified"),
        2,
        "Unknown sample design: stratified (must be one of unknown, whole-dump, random-records,"
            + " independent-draws, head)");
  }

  @Test
  void refusesAConfidenceInPercent() throws IOException {
    assertRefused(
        estimate(CSV, "--confidence", "95"),
        2,
        "Invalid confidence: 95.0 (must be a ratio inside (0, 1))");
  }

  @Test
  void holdsTheClaimsOfAFileAgainstItsRepeats() throws IOException {
    // 2,000 draws, 40 repeats: 1,999,000 pairs compared, so about 50,000 persons
    String counts =
        """
        {"frequency_of_frequencies": [{"k": 1, "count": 1920}, {"k": 2, "count": 40}],
         "design": "independent-draws",
         "claims": {"flat": {"persons": 100000, "max_cv2": 0}, "open": 100000, "right": 50000}}
        """;

    JsonNode claims = JSON.readTree(estimate(counts, "--json").output()).path("claims");

    assertThat(claims.findValuesAsText("verdict"))
        .containsExactly("contradicted", "not_testable", "consistent");
    assertThat(claims.at("/0/expected").asDouble()).isEqualTo(19.99);
    assertThat(claims.at("/0/deviation").asText()).isEqualTo("fewer");
    assertThat(claims.at("/1/break_even_cv2").asDouble()).isEqualTo(40 / 19.99 - 1);
    assertThat(claims.at("/1/upper").isNull()).isTrue();
    assertThat(estimate(counts).output())
        .contains(
            "  Claim open, 100,000 persons: not testable. Repeated persons were found 40 times")
        .containsPattern("Truth permitted: 3\\d,\\d{3} to \\? persons\\.");
    assertThat(estimate(counts, "--design", "head").output())
        .contains("The sample is the head of the dump or of an index");
  }

  @Test
  void refusesClaimsThatCannotBeTested() throws IOException {
    for (String wrong : List.of("\"x\"", "-5", "0.5", "1e999")) {
      assertThat(estimate("{\"f\": [], \"claims\": {\"Li Wei\": " + wrong + "}}").errors())
          .isEqualToIgnoringNewLines(
              "Cannot read claims of --counts: Invalid claim: not a number of persons. Give persons by"
                  + " name.");
    }
    assertThat(
            estimate("{\"histories\": [{\"h\": \"11\", \"count\": 5}], \"claims\": {\"a\": 5}}")
                .errors())
        .isEqualToIgnoringNewLines(
            "Cannot test claims by lists: give frequency_of_frequencies, or leave claims out.");
  }

  private Tool.Outcome estimate(String text, String... more) throws IOException {
    Path file = Files.writeString(folder.resolve("counts"), text);
    List<String> arguments = new ArrayList<>(List.of("estimate", "--counts", file.toString()));
    arguments.addAll(List.of(more));
    return Tool.run(arguments.toArray(new String[0]));
  }

  private static JsonNode method(JsonNode answer, String method) {
    for (JsonNode row : answer.path("estimates")) {
      if (row.path("method").asText().equals(method)) {
        return row;
      }
    }
    throw new AssertionError("no row " + method);
  }

  private static JsonNode selected(JsonNode json, String scope) {
    for (JsonNode estimate : json.path("estimates")) {
      if (estimate.path("scope").asText().equals(scope) && estimate.path("selected").asBoolean()) {
        return estimate;
      }
    }
    throw new AssertionError("no selected estimate of the " + scope);
  }

  private static void assertRefused(Tool.Outcome outcome, int code, String sentence) {
    assertThat(outcome.errors()).isEqualToIgnoringNewLines(sentence).hasLineCount(1);
    assertThat(outcome.code()).isEqualTo(code);
    assertThat(outcome.output()).isEmpty();
  }
}
