package leakcensus.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import leakcensus.testing.FaultRow;
import leakcensus.testing.LauncherRun;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plants values in a leak, runs a census on a cluster that loses a worker, and searches what
 * driver, master, workers and executors leave.
 */
@Tag("canary")
@Tag("long")
class ClusterCanaryIT {

  private static final int RECORDS = 40_000;
  private static final int SPILLED_FILES = 6;

  @TempDir private Path planted;
  @TempDir private Path folder;
  @TempDir private Path secretFolder;

  @Test
  void leavesNoValueOnAClusterThatLosesAWorker() throws Exception {
    Path configuration = new PlantedLeak(planted, RECORDS).write();
    PlantedKey key = PlantedKey.make(secretFolder);
    LauncherRun census =
        LauncherRun.census(
                folder,
                configuration,
                "--set",
                "privacy.allow-unencrypted-spill=true",
                "--set",
                "privacy.key.file=" + key.file())
            .onTwoWorkers("spark.io.encryption.enabled=false");

    Process running = census.start();
    census.await(
        running, () -> spillFolders(census) == 2 && census.spilled().size() >= SPILLED_FILES);
    kill(census);

    assertThat(running.waitFor()).as(census.errors()).isZero();
    assertThat(census.output()).contains("Fields exposed");
    assertThat(census.errors()).contains("Lost executor");
    Leftovers leftovers =
        new Leftovers(key.canaries())
            .add(folder)
            .tell("a lasting key; two workers, one killed while reading; scratch space readable");
    assertThat(leftovers.files())
        .contains(census.path("cluster/master.log"), census.path("cluster/worker-1.log"))
        .anyMatch(file -> file.startsWith(census.path("cluster/work-1")) && file.endsWith("stderr"))
        .anyMatch(file -> file.startsWith(census.path("cluster/work-2")) && file.endsWith("stderr"))
        .containsAll(census.spilled());
    assertThat(census.spilled()).isNotEmpty();
    assertThat(leftovers.findings()).isNotEmpty();
    assertThat(leftovers.exposed()).isEmpty();
    new FaultRow(
            "5",
            "SIGKILL of a standalone worker and its executor while the census reads",
            "Spark says Lost executor; %d files and shuffle blocks searched"
                .formatted(leftovers.files().size()),
            "the census ends on the other worker; no value is left")
        .tell();
  }

  /** Each executor has a folder of its own for what it spills. */
  private static long spillFolders(LauncherRun census) throws IOException {
    return census.spilled().stream().map(file -> file.getParent().getParent()).distinct().count();
  }

  /**
   * Kills the worker and its executor, which form one process group and have no time to clean up.
   */
  private static void kill(LauncherRun census) throws IOException, InterruptedException {
    long worker = census.pid("worker-1");
    assertThat(new ProcessBuilder("kill", "-KILL", "--", "-" + worker).start().waitFor()).isZero();
  }
}
