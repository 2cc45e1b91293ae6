package leakcensus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SynthesiseRecirculatedTest {

  private static final String SMALL = "synthesise.recirculated.one-in=1000000";

  @TempDir private Path folder;

  @Test
  void writesAFileAndItsTruth() throws IOException {
    Tool.Outcome outcome =
        Tool.run(
            "synthesise",
            "--recirculated",
            "--seed",
            "8",
            "--out",
            folder.resolve("leak").toString(),
            "--set",
            SMALL,
            "--json");

    assertThat(outcome.errors()).isEmpty();
    assertThat(outcome.code()).isZero();
    JsonNode truth = new ObjectMapper().readTree(outcome.output());
    assertThat(truth)
        .isEqualTo(new ObjectMapper().readTree(folder.resolve("leak/truth.json").toFile()));
    assertThat(truth.path("seed").asLong()).isEqualTo(8);
    assertThat(truth.at("/steps/records read").asLong()).isEqualTo(961);
    assertThat(truth.at("/steps/ids with a right check digit").asLong()).isEqualTo(104);
  }

  @Test
  void saysWhatItWroteAndWhatComesNext() {
    Path leak = folder.resolve("leak");

    Tool.Outcome outcome =
        Tool.run("synthesise", "--recirculated", "--out", leak.toString(), "--set", SMALL);

    assertThat(outcome.errors()).isEmpty();
    assertThat(outcome.output())
        .isEqualToNormalizingNewlines(
            """
            A file of 961 rows that holds 104 valid ids.
            Files, census.conf and truth.json: %s
            Next: leak-census census --config %s/census.conf
            """
                .formatted(leak, leak));
  }

  @Test
  void refusesWhatDoesNotGoTogether() {
    Tool.Outcome outcome =
        Tool.run("synthesise", "--recirculated", "--register", "--out", folder.toString());

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.errors())
        .contains("Options --register and --recirculated exclude each other.");
  }

  @Test
  void refusesWhatTheSettingsRefuse() {
    Tool.Outcome outcome =
        Tool.run(
            "synthesise",
            "--recirculated",
            "--out",
            folder.toString(),
            "--set",
            "synthesise.recirculated.files=0");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.errors())
        .contains(
            "Cannot read leak-census.synthesise.recirculated: Invalid files: 0 (must be 1 to"
                + " 1000)");
  }
}
