package leakcensus.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import leakcensus.spark.write.OutputFiles;
import leakcensus.spark.write.RunFolder;
import leakcensus.testing.SteppedClock;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusFileTest {

  private static final String RUN = "20260101T000000.000Z";

  @TempDir private Path folder;

  private final SteppedClock clock = new SteppedClock();
  private final ByteArrayOutputStream told = new ByteArrayOutputStream();
  private final Progress progress =
      new Progress(
          new ProgressScreen(new PrintStream(told, true, StandardCharsets.UTF_8), false),
          clock::nanos);

  @Test
  void tellsWhereARunStandsAndUntilWhenItCountsAsAlive() throws IOException {
    progress.plan(List.of("list files", "read and prepare"));
    try (StatusFile file = file()) {
      file.begin();
      assertThat(status().path("step_number").asInt(-1)).isZero();
      progress.step(
          "read and prepare",
          () -> {
            progress.reads(List.of(500L));
            clock.step(Duration.ofSeconds(90));
            file.beat();
          });
    }

    JsonNode status = status();
    assertThat(status.path("run_id").asText()).isEqualTo(RUN);
    assertThat(status.path("status").asText()).isEqualTo("running");
    assertThat(status.path("step").asText()).isEqualTo("read and prepare");
    assertThat(status.path("step_number").asInt()).isEqualTo(2);
    assertThat(status.path("steps").asInt()).isEqualTo(2);
    assertThat(status.path("step_seconds").asDouble()).isEqualTo(90);
    assertThat(status.path("bytes_expected").asLong()).isEqualTo(500);
    assertThat(status.path("started").asText()).isEqualTo("2026-01-01T00:00:00Z");
    assertThat(status.path("updated").asText()).isEqualTo("2026-01-01T00:01:30Z");
    assertThat(Instant.parse(status.path("alive_until").asText()))
        .isEqualTo(Instant.parse("2026-01-01T00:03:30Z"));
    assertThat(status.has("exit_code")).isFalse();
  }

  @Test
  void isWrittenWhenAStepBegins() throws IOException {
    try (StatusFile file = file()) {
      file.begin();

      progress.step("write", () -> assertThat(step()).isEqualTo("write"));
    }
  }

  @Test
  void isNeverWrittenOverOnceTheRunHasEnded() throws IOException {
    try (StatusFile file = file()) {
      file.begin();
      file.end("{\"status\":\"failed\"}");

      file.beat();
    }

    assertThat(status().path("status").asText()).isEqualTo("failed");
  }

  @Test
  void letsTheRunGoOnWhereItCannotBeWritten() throws IOException {
    try (StatusFile file = file()) {
      file.begin();
      Path status = folder.resolve("status");
      Files.delete(status.resolve(RUN + ".json"));
      Files.delete(status);
      Files.writeString(status, "no folder");

      file.beat();
      file.beat();

      assertThat(told.toString(StandardCharsets.UTF_8).lines())
          .containsExactly(
              "leak-census: the status file could not be written (FileAlreadyExistsException);"
                  + " it is tried again");
      Files.delete(status);
      file.beat();
      assertThat(status().path("status").asText()).isEqualTo("running");
    }
  }

  private StatusFile file() throws IOException {
    Configuration hadoop = new Configuration(false);
    OutputFiles output = new OutputFiles(hadoop, folder.toString(), Optional.empty());
    return new StatusFile(
        new RunFolder(output, RUN, Optional.empty()),
        new RunStatus(RUN, clock.instant()),
        clock,
        progress);
  }

  private String step() {
    try {
      return status().path("step").asText();
    } catch (IOException fault) {
      throw new AssertionError(fault);
    }
  }

  private JsonNode status() throws IOException {
    return new ObjectMapper()
        .readTree(Files.readString(folder.resolve("status").resolve(RUN + ".json")));
  }
}
