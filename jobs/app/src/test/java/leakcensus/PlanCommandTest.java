package leakcensus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class PlanCommandTest {

  private static final String[] BILLION = {"plan", "--claim", "1e9", "--records", "750000"};

  @Test
  void saysWhatASampleWouldTellAndWhatToAskFor() {
    Tool.Outcome outcome = Tool.run(BILLION);
    String text = outcome.output().replaceAll("\\s+", " ");

    assertThat(outcome.code()).isZero();
    assertThat(text)
        .contains(
            "Repeated persons to expect: 281.2 if the claim is right, 562.5 if 50.0 % of it is.",
            "0.9: 56.4 %, 0.8: 98.9 %, 0.7: 100.0 %,",
            "It contradicts the claim only with a stated cap on unevenness (max-cv2)",
            "250,000 random records from each of 3 sources with one record for every person",
            "At 1e-9 a pair there would be 281.2 false matches beside 281.2 true ones.",
            "Draw the positions yourself",
            "The first records of an index, a page of results");
    assertThat(outcome.output().lines()).allMatch(line -> line.length() <= 110);
  }

  @Test
  void printsOneJsonObject() throws IOException {
    JsonNode plans =
        new ObjectMapper()
            .readTree(
                Tool.run(
                        "plan",
                        "--claim",
                        "1e9",
                        "--records",
                        "750000",
                        "--one-row-per-person",
                        "--json")
                    .output());

    JsonNode indexes = plans.at("/plans/0");
    assertThat(plans.path("plans")).hasSize(2);
    assertThat(indexes.path("design").asText()).isEqualTo("person-indexes");
    assertThat(indexes.path("expected_pairs").asDouble()).isEqualTo(187.5);
    assertThat(indexes.at("/power_by_truth_ratio/0.5").asDouble()).isCloseTo(1, within(1e-6));
    assertThat(indexes.path("needed_records").asDouble())
        .isEqualTo(3 * indexes.path("needed_records_per_source").asDouble())
        .isBetween(150_000.0, 200_000.0);
    assertThat(indexes.path("needs_cap_on_unevenness").asBoolean()).isFalse();
    assertThat(plans.path("ask_for").size()).isGreaterThan(3);
  }

  @Test
  void refusesWhatCannotBePlanned() {
    Tool.Outcome outcome = Tool.run("plan", "--claim", "1e9", "--records", "9", "--ratio", "2");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.errors())
        .isEqualToIgnoringNewLines("Invalid ratio: 2.0 (must be above 0 and at most 0.999)");
    assertThat(Tool.run("plan", "--claim", "1e9").errors())
        .startsWith("Missing required option: '--records=N'");
  }
}
