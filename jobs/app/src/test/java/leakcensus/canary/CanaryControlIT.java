package leakcensus.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import leakcensus.testing.JarProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shows that the search of the canary test finds values that do leave. */
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
    assertThat(found("stderr")).containsExactly(Canaries.PHONE);
    assertThat(job.lines()).anyMatch(line -> line.contains("WARN LeakingJob: Cannot read"));
    assertThat(found("temporary")).containsExactly(Canaries.NATIONAL_ID);
    assertThat(found("events")).containsExactly(Canaries.EMAIL);
    assertThat(found("scratch")).containsExactly(Canaries.ADDRESS);
  }

  private List<Canary> found(String name) throws IOException {
    return new Leftovers()
        .add(folder.resolve(name)).findings().stream().map(Finding::canary).distinct().toList();
  }
}
