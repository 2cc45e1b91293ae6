package leakcensus.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import leakcensus.Tool;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A census that Spark's settings keep from starting leaves word of that in its output. */
class RefusedCensusTest {

  private static final Map<String, String> UNSAFE =
      Map.of("spark.master", "local[1]", "spark.io.encryption.enabled", "false");

  @TempDir private Path folder;

  @BeforeEach
  void setSettings() {
    UNSAFE.forEach(System::setProperty);
  }

  @AfterEach
  void forgetSettings() {
    UNSAFE.keySet().forEach(System::clearProperty);
  }

  @Test
  void leavesTheExitCodeOfThePrivacyGateInAStatusFile() throws IOException {
    Tool.Outcome refused = Tool.run("census", "--set", "output.path=" + folder.resolve("out"));

    assertThat(refused.code()).isEqualTo(5);
    assertThat(SparkSession.getDefaultSession().isEmpty()).isTrue();
    JsonNode status = status();
    assertThat(status.path("status").asText()).isEqualTo("failed");
    assertThat(status.path("exit_code").asInt()).isEqualTo(5);
    assertThat(status.path("message").asText())
        .isEqualTo(refused.errors().strip())
        .contains("spark.io.encryption.enabled is not true");
  }

  @Test
  void keepsItsOwnExitCodeWhereNoStatusCanBeWritten() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "no folder");

    Tool.Outcome refused = Tool.run("census", "--set", "output.path=" + file.resolve("out"));

    assertThat(refused.code()).isEqualTo(5);
    assertThat(file).hasContent("no folder");
  }

  private JsonNode status() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("out/status"))) {
      List<Path> found = files.toList();
      assertThat(found).hasSize(1);
      return new ObjectMapper().readTree(Files.readString(found.get(0)));
    }
  }
}
