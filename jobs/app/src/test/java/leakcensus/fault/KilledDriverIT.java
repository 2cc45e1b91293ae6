package leakcensus.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import leakcensus.testing.FaultRow;
import leakcensus.testing.LauncherRun;
import leakcensus.testing.LocalSpark;
import leakcensus.testing.MadeUpLeak;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A driver that is killed, without time to clean up, and what the runs before and behind it find.
 */
@Tag("long")
@Tag("fault")
@ExtendWith(LocalSpark.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledDriverIT {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private static Path shared;

  private Path configuration;
  private Path output;
  private String undisturbed;

  @BeforeAll
  void countOnce(SparkSession spark) throws Exception {
    configuration =
        MadeUpLeak.write(spark, shared.resolve("leak")).folder().resolve("sources.conf");
    output = shared.resolve("out");
    LauncherRun first = census("first");
    assertThat(first.run()).as(first.errors()).isZero();
    undisturbed = contentHash(latest());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "list files ...",
        "read and prepare ...",
        "resolve ...",
        "profile ...",
        "estimate ...",
        "write ..."
      })
  void leavesTheOlderRunIntactAndIsSweptByTheNext(String moment) throws Exception {
    assertRecovers(moment);
  }

  private void assertRecovers(String moment) throws Exception {
    String name = moment.replaceAll("\\W", "");
    String older = latest();
    LauncherRun killed = census("killed-" + name);
    killed.killAt(() -> killed.errors().contains("leak-census: " + moment));

    assertThat(latest()).as("the older run").isEqualTo(older);
    assertThat(contentHash(older)).isEqualTo(undisturbed);
    LauncherRun tooSoon = census("soon-" + name);
    assertThat(tooSoon.run()).as(tooSoon.errors()).isEqualTo(6);
    assertThat(tooSoon.errors()).contains("holds the output folder since");

    letTheLeaseRunOut();
    LauncherRun next = census("next-" + name);
    assertThat(next.run()).as(next.errors()).isZero();

    assertThat(contentHash(latest())).isEqualTo(undisturbed);
    assertThat(latest()).isNotEqualTo(older);
    try (Stream<Path> runs = Files.list(output.resolve("runs"))) {
      assertThat(runs).allSatisfy(run -> assertThat(run.resolve("manifest.json")).exists());
    }
    LauncherRun verify = LauncherRun.onRun(shared.resolve("verify-" + name), output, "verify");
    assertThat(verify.run()).as(verify.output()).isZero();
    new FaultRow(
            "4",
            "SIGKILL in the step " + moment.replace(" ...", ""),
            "the next run is refused for two minutes: exit code 6",
            "older run intact; the next sweeps and has the same tables")
        .tell();
  }

  private LauncherRun census(String name) throws IOException {
    return LauncherRun.census(
            shared.resolve(name),
            configuration,
            "--set",
            "output.path=" + output,
            "--set",
            "resolve.method=identifiers")
        .onSpark();
  }

  /** As two minutes would. */
  private void letTheLeaseRunOut() throws IOException {
    try (Stream<Path> terms = Files.list(output.resolve("lease"))) {
      for (Path term : terms.toList()) {
        Files.writeString(
            term,
            Files.readString(term)
                .replaceAll("\"until\":\"[^\"]*\"", "\"until\":\"2020-01-01T00:00:00Z\""));
      }
    }
  }

  private String latest() throws IOException {
    return JSON.readTree(Files.readString(output.resolve("latest.json"))).path("run_id").asText();
  }

  private String contentHash(String runId) throws IOException {
    Path manifest = output.resolve("runs").resolve(runId).resolve("manifest.json");
    return JSON.readTree(Files.readString(manifest)).path("content_hash").asText();
  }
}
