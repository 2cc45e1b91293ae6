package leakcensus.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import leakcensus.testing.FaultRow;
import leakcensus.testing.LauncherRun;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plants values in a leak, runs the real launcher on it, and searches everything that the run
 * leaves, however it ends.
 */
@Tag("canary")
class CanaryIT {

  private static final int RECORDS = 60_000;

  /** So little that Spark moves to disk whatever it can. */
  private static final String LITTLE_MEMORY = "spark.memory.fraction=0.0002";

  /** So that shuffling, which would need more than that, goes to a file for each bucket. */
  private static final String NO_MEMORY_TO_SHUFFLE = "spark.shuffle.sort.bypassMergeThreshold=200";

  /** What a stream of Spark's usual compression begins with. */
  private static final String READABLE_BLOCK = "LZ4Block";

  @TempDir private static Path planted;
  private static Path configuration;

  @TempDir private Path folder;

  @BeforeAll
  static void plant() throws IOException {
    configuration = new PlantedLeak(planted, RECORDS).write();
  }

  @Test
  void leavesNoValueBehindAFinishedRunAndTellsPathsOnlyWhereAsked() throws Exception {
    LauncherRun census =
        census().onSpark(LITTLE_MEMORY, NO_MEMORY_TO_SHUFFLE, "spark.eventLog.compress=false");

    assertThat(census.run()).as(census.errors()).isZero();
    assertThat(census.output()).contains("Fields exposed");
    assertThat(later("report").output()).contains("Fields exposed");
    assertThat(later("report", "--json").output()).startsWith("{");
    assertThat(later("verify").output()).contains("all in order");
    Leftovers leftovers =
        search("finished, with so little memory that Spark spills; then `report` and `verify`");
    assertThat(leftovers.findings()).isNotEmpty();
    assertThat(leftovers.exposed()).isEmpty();

    LauncherRun files = later("files");
    assertThat(new Leftovers().add(files.path("stdout")).findings())
        .extracting(Finding::canary)
        .containsOnly(Canaries.FOLDER, Canaries.FILE);
    assertThat(files.errors()).isEmpty();
  }

  @Test
  void leavesNoValueBehindARunThatIsRefusedAfterReading() throws Exception {
    LauncherRun census =
        census("--set", "read.max-quarantine-ratio=0").onSpark(LITTLE_MEMORY, NO_MEMORY_TO_SHUFFLE);

    assertThat(census.run()).as(census.errors()).isEqualTo(4);

    assertThat(census.errors())
        .contains("leak-census: read and prepare: done", "Cannot use source");
    Leftovers leftovers = search("more records in quarantine than allowed: exit code 4");
    assertThat(leftovers.files()).anyMatch(file -> file.startsWith(census.path("out/status")));
    assertThat(leftovers.exposed()).isEmpty();
  }

  @Test
  void leavesNoValueBehindATaskThatFailsWithOneInItsMessage() throws Exception {
    Path jar = BreakingFileSystem.jar(folder.resolve("breaking.jar"));
    String leak = "sources.documents.files=[\"breaking:" + planted.resolve("json") + "\"]";
    LauncherRun census =
        census("--set", leak, "--jars", jar.toString())
            .onSpark("spark.hadoop.fs.breaking.impl=" + BreakingFileSystem.class.getName());

    assertThat(census.run()).as(census.errors()).isEqualTo(1);

    assertThat(census.errors())
        .contains(
            "Internal fault: org.apache.spark.SparkException",
            "    on the executor at leakcensus.spark.read.LineFramer.",
            "The messages of these faults are left out, since they can hold leaked values.");
    Leftovers leftovers =
        search("a file system that fails in mid-file and quotes path and content: exit code 1");
    assertThat(leftovers.files()).anyMatch(file -> file.startsWith(census.path("events")));
    assertThat(leftovers.exposed()).isEmpty();
    new FaultRow(
            "7",
            "a file system that fails in mid-file and quotes path and content",
            "IOException in LineFramer, on the executor",
            "exit code 1, nothing published, nothing quoted in %d files"
                .formatted(leftovers.files().size()))
        .tell();
  }

  @Tag("long")
  @Test
  void leavesNothingReadableInTheSpillOfARunKilledWhileReading() throws Exception {
    LauncherRun census = census().onSpark(LITTLE_MEMORY, NO_MEMORY_TO_SHUFFLE);

    census.killAt(() -> !census.spilled().isEmpty());

    assertThat(census.errors()).contains("leak-census: read and prepare ...");
    assertThat(census.path("out/latest.json")).doesNotExist();
    assertThat(census.spilled()).isNotEmpty().noneMatch(CanaryIT::isReadable);
    assertThat(search("killed while reading; scratch space encrypted").exposed()).isEmpty();
  }

  /** Mentions are in the files of the shuffle, from which they are read again. */
  @Tag("long")
  @Test
  void leavesNoValueInTheReadableSpillOfARunKilledWhileProfiling() throws Exception {
    assertNoValueInTheReadableSpill("identifiers", "broadcast_");
  }

  /**
   * Kept tables are on disk as well. In every build {@link LastingKeyCanaryIT} kills one of this
   * kind, with a lasting key.
   */
  @Tag("long")
  @Test
  void leavesNoValueInTheReadableSpillOfARunKilledWhileProfilingByMatching() throws Exception {
    assertNoValueInTheReadableSpill("matching", "broadcast_", "rdd_");
  }

  private void assertNoValueInTheReadableSpill(String method, String... blocks) throws Exception {
    LauncherRun census =
        census("--set", "privacy.allow-unencrypted-spill=true", "--set", "resolve.method=" + method)
            .onSpark(
                LITTLE_MEMORY,
                NO_MEMORY_TO_SHUFFLE,
                "spark.io.encryption.enabled=false",
                "spark.cleaner.referenceTracking=false");

    census.killAt(() -> census.errors().contains("leak-census: profile ..."));

    assertThat(census.path("out/latest.json")).doesNotExist();
    assertThat(census.spilled()).anyMatch(CanaryIT::isReadable);
    Leftovers leftovers =
        search("killed while counting persons by %s; scratch space readable".formatted(method));
    assertThat(leftovers.files()).containsAll(census.spilled());
    for (String block : blocks) {
      assertThat(leftovers.files())
          .anyMatch(file -> file.getFileName().toString().startsWith(block));
    }
    assertThat(leftovers.exposed()).isEmpty();
  }

  private LauncherRun census(String... more) throws IOException {
    return LauncherRun.census(folder, configuration, more);
  }

  /** A command on the finished run; what it leaves lies in a folder of its name below the run's. */
  private LauncherRun later(String command, String... more) throws Exception {
    String name = command + String.join("", more);
    LauncherRun run = LauncherRun.onRun(folder.resolve(name), folder.resolve("out"), command, more);
    assertThat(run.run()).as(run.errors()).isZero();
    return run;
  }

  private Leftovers search(String run) throws IOException {
    return new Leftovers().add(folder).tell(run);
  }

  private static boolean isReadable(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1).contains(READABLE_BLOCK);
    } catch (IOException fault) {
      throw new UncheckedIOException("Cannot read what Spark has spilled", fault);
    }
  }
}
