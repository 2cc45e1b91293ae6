package leakcensus.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import leakcensus.testing.JarProcess;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shows that the search of the canary test finds values that do leave. */
@Tag("canary")
class CanaryControlIT {

  @TempDir private Path folder;

  @Test
  void findsValuesInLogsTemporaryFilesEventLogsAndShuffles() throws Exception {
    Path scratch = Files.createDirectories(folder.resolve("scratch"));
    Path events = Files.createDirectories(folder.resolve("events"));
    Path temporary = Files.createDirectories(folder.resolve("temporary"));
    Map<String, Object> settings =
        Map.of(
            "spark.master",
            "local[2]",
            "spark.ui.enabled",
            false,
            "spark.local.dir",
            scratch,
            "spark.eventLog.enabled",
            true,
            "spark.eventLog.dir",
            events.toUri());

    JarProcess job =
        JarProcess.run(
            settings.entrySet().stream().map(setting -> "-D" + setting).toList(),
            LeakingJob.class.getName(),
            temporary.toString());
    Files.write(folder.resolve("stderr"), job.lines());

    assertThat(job.code()).as("%s", job.lines()).isEqualTo(137);
    assertThat(job.lines()).anyMatch(line -> line.contains("WARN LeakingJob: Cannot read"));
    assertFound("stderr", "in its log", Canaries.PHONE);
    assertFound("temporary", "in temporary files", Canaries.NATIONAL_ID);
    assertFound("events", "in its event log", Canaries.EMAIL);
    assertFound("scratch", "in its shuffles", Canaries.ADDRESS);
  }

  private void assertFound(String name, String place, Canary canary) throws IOException {
    Leftovers leftovers =
        new Leftovers().add(folder.resolve(name)).tellControl("a job that leaks " + place);
    assertThat(leftovers.findings())
        .isNotEmpty()
        .allMatch(finding -> finding.canary().equals(canary));
  }
}
