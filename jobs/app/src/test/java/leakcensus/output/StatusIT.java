package leakcensus.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import leakcensus.Tool;
import leakcensus.canary.BreakingFileSystem;
import leakcensus.testing.LocalSpark;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The status file of each ending. Those of exit codes 2 (found in the sample), 3 and 4 are looked
 * at by {@code BadInputIT}, of 5 by {@code RefusedCensusTest} too, of a second run on one output by
 * {@link OutputIT}.
 */
@Tag("long")
@ExtendWith(LocalSpark.class)
class StatusIT {

  private static final String CANARY = "Xanthippe-Quarrel";
  private static final int LINES = 30_000;

  @TempDir private Path folder;

  private final SparkSession spark;

  StatusIT(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void saysThatARunIsDoneAndWhatItHasPublished() throws IOException {
    writeLeak(100);

    assertThat(census("[leak.csv]").code()).isZero();

    JsonNode status = status("succeeded", 0);
    JsonNode manifest =
        new ObjectMapper()
            .readTree(
                Files.readString(
                    output()
                        .resolve("runs")
                        .resolve(status.path("run_id").asText())
                        .resolve("manifest.json")));
    assertThat(status.path("content_hash")).isEqualTo(manifest.path("content_hash"));
    List<String> steps =
        status.path("seconds_by_step").properties().stream().map(Map.Entry::getKey).toList();
    assertThat(steps).startsWith("list files", "read and prepare").endsWith("withhold", "write");
    assertThat(status.path("updated").asText()).isGreaterThan(status.path("started").asText());
    assertThat(status.has("alive_until")).isFalse();
  }

  @Test
  void saysNothingOfAnInternalFaultButItsClass() throws IOException {
    writeLeak(LINES);
    spark
        .sparkContext()
        .hadoopConfiguration()
        .set("fs.breaking.impl", BreakingFileSystem.class.getName());

    assertThat(census("[\"breaking:" + folder.resolve("leak.csv") + "\"]").code()).isEqualTo(1);

    JsonNode status = status("failed", 1);
    assertThat(status.path("fault").asText()).isEqualTo("SparkException");
    assertThat(status.has("message")).isFalse();
    assertThat(status.toString()).doesNotContain(CANARY, folder.toString());
  }

  @Test
  void tellsOfARunThatIsRefusedBeforeItLooksAtTheSample() throws IOException {
    writeLeak(100);

    Tool.Outcome refused = census("[leak.csv]", "population.compare=[none.csv]");

    assertThat(refused.code()).isEqualTo(2);
    assertThat(status("failed", 2).path("message").asText())
        .isEqualTo(refused.errors().strip())
        .contains("population");
  }

  @Test
  void tellsOfAKeyThatOthersCanRead() throws IOException {
    writeLeak(100);
    Path key = Files.writeString(folder.resolve("leak.key"), "00".repeat(32));
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));

    Tool.Outcome refused = census("[leak.csv]", "privacy.key.file=" + key);

    assertThat(refused.code()).isEqualTo(5);
    assertThat(status("failed", 5).path("fault").asText()).isEqualTo("InputException");
  }

  @Test
  void tellsOfAnOutputThatCannotBeCommitted() throws IOException {
    writeLeak(100);
    // A folder of that name cannot be replaced by a file.
    Files.createDirectories(output().resolve("latest.json/in-the-way"));

    Tool.Outcome unpointed = census("[leak.csv]");

    assertThat(unpointed.code()).isEqualTo(6);
    assertThat(status("failed", 6).path("message").asText())
        .isEqualTo(unpointed.errors().strip())
        .contains("latest.json");
  }

  private Path output() {
    return folder.resolve("out");
  }

  private void writeLeak(int lines) throws IOException {
    StringBuilder csv = new StringBuilder("name,tel\n");
    for (int person = 0; person < lines; person++) {
      csv.append("%s %d,139%08d\n".formatted(CANARY, person, person * 37));
    }
    Files.writeString(folder.resolve("leak.csv"), csv);
  }

  private Tool.Outcome census(String files, String... settings) throws IOException {
    Path configuration =
        Files.writeString(
            folder.resolve("run.conf"),
            """
            leak-census {
              sources.people { files = %s, format = csv, charset = UTF-8
                fields { full-name = name, phone = tel } }
              resolve.method = identifiers
            }
            """
                .formatted(files));
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("census", "--config", configuration.toString()));
    arguments.addAll(List.of("--set", "output.path=" + output()));
    for (String setting : settings) {
      arguments.addAll(List.of("--set", setting));
    }
    return Tool.run(arguments.toArray(new String[0]));
  }

  private JsonNode status(String state, int exitCode) throws IOException {
    try (Stream<Path> files = Files.list(output().resolve("status"))) {
      List<Path> found = files.toList();
      assertThat(found).hasSize(1);
      JsonNode status = new ObjectMapper().readTree(Files.readString(found.get(0)));
      assertThat(status.path("status").asText()).isEqualTo(state);
      assertThat(status.path("exit_code").asInt(-1)).isEqualTo(exitCode);
      assertThat(found.get(0)).hasFileName(status.path("run_id").asText() + ".json");
      return status;
    }
  }
}
