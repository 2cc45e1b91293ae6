package leakcensus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SynthesiseRegisterTest {

  @TempDir private Path folder;

  @Test
  void writesARegisterBySeedAndRatio() throws IOException {
    Path register = folder.resolve("register");
    Tool.Outcome outcome =
        Tool.run(
            "synthesise",
            "--register",
            "--seed",
            "8",
            "--trusted-ratio",
            "0.9",
            "--out",
            register.toString(),
            "--set",
            "synthesise.register.persons=40",
            "--json");

    assertThat(outcome.errors()).isEmpty();
    assertThat(outcome.code()).isZero();
    assertThat(outcome.output()).hasLineCount(1);
    JsonNode truth = new ObjectMapper().readTree(outcome.output());
    assertThat(truth)
        .isEqualTo(new ObjectMapper().readTree(register.resolve("truth.json").toFile()));
    assertThat(truth.path("seed").asLong()).isEqualTo(8);
    assertThat(truth.path("persons").asLong()).isEqualTo(40);
    assertThat(truth.at("/settings/trusted_ratio").asDouble()).isEqualTo(0.9);
    assertThat(register.resolve("census.conf")).content().contains("cn-resident-id");
  }

  @Test
  void drawsTheSettingsWhereItVaries() {
    Tool.Outcome outcome =
        Tool.run(
            "synthesise",
            "--register",
            "--vary",
            "--out",
            folder.resolve("register").toString(),
            "--set",
            "synthesise.register.persons=40");

    assertThat(outcome.errors()).isEmpty();
    assertThat(outcome.output()).startsWith("A register of 40 persons in ");
  }

  @Test
  void refusesOptionsOfARegisterWithoutOne() {
    for (String[] option : new String[][] {{"--vary"}, {"--trusted-ratio", "0.5"}}) {
      String[] arguments = new String[option.length + 3];
      System.arraycopy(new String[] {"synthesise", "--out", folder.toString()}, 0, arguments, 0, 3);
      System.arraycopy(option, 0, arguments, 3, option.length);

      assertRefused(
          Tool.run(arguments),
          "Options --vary and --trusted-ratio need --register. Run 'leak-census synthesise --help' for what is possible.");
    }
  }

  @Test
  void refusesWhatTheSettingsRefuse() {
    assertRefused(
        Tool.run("synthesise", "--register", "--trusted-ratio", "1.5", "--out", folder.toString()),
        "Cannot read leak-census.synthesise.register: Invalid trusted-ratio: 1.5 (must be 0 to 1.0)");
  }

  @Test
  void refusesAFolderThatIsNotEmpty() throws IOException {
    Files.writeString(folder.resolve("mine.txt"), "kept");

    assertRefused(
        Tool.run("synthesise", "--register", "--out", folder.toString()),
        "Cannot write a made-up register: its folder is not empty. Name a new one.");
  }

  private static void assertRefused(Tool.Outcome outcome, String sentence) {
    assertThat(outcome.errors()).isEqualToIgnoringNewLines(sentence).hasLineCount(1);
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.output()).isEmpty();
  }
}
