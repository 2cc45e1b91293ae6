package leakcensus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SimulateCommandTest {

  private static final String[] SMALL = {
    "simulate",
    "--laws",
    "one-or-ten",
    "--ratios",
    "0.1",
    "--records",
    "20000",
    "--repetitions",
    "9"
  };

  @Test
  void saysHowOftenTheIntervalHoldsTheTruth() {
    Tool.Outcome outcome = Tool.run(SMALL);

    assertThat(outcome.code()).isZero();
    assertThat(outcome.output().lines().map(String::strip))
        .anySatisfy(
            line ->
                assertThat(line)
                    .matches(
                        "random-records +one-or-ten +0\\.1 +61,538 +100% +(100\\.0|88\\.9)%.*"))
        .anySatisfy(line -> assertThat(line).startsWith("sampled 0.1: holds the truth in "));
  }

  @Test
  void printsOneJsonObject() throws IOException {
    String[] arguments = Arrays.copyOf(SMALL, SMALL.length + 1);
    arguments[SMALL.length] = "--json";

    JsonNode cell = new ObjectMapper().readTree(Tool.run(arguments).output()).at("/cells/0");

    assertThat(cell.path("law").asText()).isEqualTo("one-or-ten");
    assertThat(cell.path("persons").asLong()).isEqualTo(61_538);
    assertThat(cell.path("answered_ratio").asDouble()).isEqualTo(1);
    assertThat(cell.path("median_width_ratio").asDouble()).isBetween(1.0, 3.0);
  }

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
  void refusesUnknownLawsAndRatios() {
    assertThat(Tool.run("simulate", "--laws", "cauchy").errors())
        .startsWith("Unknown law: cauchy (must be one of one, three, poisson, geometric, ");
    assertThat(Tool.run("simulate", "--ratios", "2").errors())
        .isEqualToIgnoringNewLines("Invalid sampled ratio: 2.0 (must be 1e-9 to 1)");
  }
}
