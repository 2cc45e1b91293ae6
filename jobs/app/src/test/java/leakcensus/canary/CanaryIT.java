package leakcensus.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plants values in a leak, runs the real launcher on it, and searches everything that the run
 * leaves.
 */
class CanaryIT {

  private static final int RECORDS = 120_000;
  private static final String LITTLE_MEMORY = "spark.memory.fraction=0.01";

  @TempDir private static Path planted;
  private static Path configuration;

  @TempDir private Path folder;

  @BeforeAll
  static void plant() throws IOException {
    configuration = new PlantedLeak(planted, RECORDS).write();
  }

  @Test
  void leavesNoValueBehindAFinishedRun() throws Exception {
    LauncherRun run = census("--json").onSpark(LITTLE_MEMORY, "spark.eventLog.compress=false");

    assertThat(run.run()).as(run.errors()).isZero();

    Leftovers leftovers = new Leftovers().add(folder);
    assertNothing(leftovers);
  }

  private LauncherRun census(String... arguments) throws IOException {
    String[] all = new String[arguments.length + 5];
    System.arraycopy(
        new String[] {
          "census",
          "--config",
          configuration.toString(),
          "--set",
          "output.path=" + folder.resolve("out")
        },
        0,
        all,
        0,
        5);
    System.arraycopy(arguments, 0, all, 5, arguments.length);
    return new LauncherRun(folder, Map.of(), all);
  }

  private static void assertNothing(Leftovers leftovers) {
    System.out.println(leftovers);
    assertThat(leftovers.findings()).isNotEmpty().allMatch(Finding::isPathInPrivateList);
  }
}
