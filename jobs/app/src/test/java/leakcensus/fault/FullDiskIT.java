package leakcensus.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import leakcensus.pipeline.KeyFile;
import leakcensus.testing.FaultRow;
import leakcensus.testing.JarProcess;
import leakcensus.testing.LauncherRun;
import leakcensus.testing.LocalSpark;
import leakcensus.testing.MadeUpLeak;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What becomes of a census where a disk is full: a small one in memory, which only the run sees,
 * since it has a name space of its own. That takes a Linux on which one is root or may become it in
 * a name space of users.
 */
@Tag("long")
@Tag("fault")
@ExtendWith(LocalSpark.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FullDiskIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FULL = "no space is left";

  /** So little that Spark moves to disk whatever it can. */
  private static final String LITTLE_MEMORY = "spark.memory.fraction=0.0002";

  /** So that shuffling, which would need more than that, goes to a file for each bucket. */
  private static final String NO_MEMORY_TO_SHUFFLE = "spark.shuffle.sort.bypassMergeThreshold=200";

  /** {@code SIZE-KIB FOLDER COMMAND...}: runs a command where a folder has a disk of its own. */
  private static final String SCRATCH =
      "mount -t tmpfs -o size=$1k tmpfs \"$2\" && shift 2 && exec \"$@\"";

  /**
   * {@code OUTPUT LEFT COMMAND...}: runs a command on an output folder whose disk has room for some
   * kilobytes, then for more; keeps what each run leaves; at last runs it with room.
   */
  private static final String OUTPUT =
      """
      output=$1 left=$2
      shift 2
      mkdir "$left/before" && cp -a "$output/." "$left/before" || exit 99
      mount -t tmpfs -o size=64m tmpfs "$output" && cp -a "$left/before/." "$output" || exit 99
      for spare in 0 100 400 1200; do
        free=$(df --output=avail -k "$output" | tail -n 1)
        fallocate -l $((free - spare))k "$output/filler" || exit 99
        code=0
        "$@" 2>"$left/$spare.errors" || code=$?
        rm "$output/filler"
        echo $code >"$left/$spare.code"
        cp -a "$output" "$left/$spare.output"
      done
      code=0
      "$@" || code=$?
      cp -a "$output" "$left/room.output"
      exit $code
      """;

  @TempDir private static Path shared;

  private Path configuration;
  private String[] settings;

  @BeforeAll
  void makeLeak(SparkSession spark) throws IOException {
    configuration =
        MadeUpLeak.write(spark, shared.resolve("leak"), "synthesise.persons=20000")
            .folder()
            .resolve("sources.conf");
    Path key = shared.resolve("key");
    KeyFile.create(key);
    // Tasks write what a run keeps and its assignments, the driver all else.
    settings =
        new String[] {
          "--set", "resolve.method=identifiers",
          "--set", "output.assignments=true",
          "--set", "privacy.key.file=" + key
        };
  }

  @ParameterizedTest(name = "room for {0} MiB more than the jar")
  @ValueSource(ints = {-4, 1})
  void endsClearlyWhereTheLocalDiskIsFull(int spareMebibytes, @TempDir Path folder)
      throws Exception {
    LauncherRun census =
        LauncherRun.census(folder, configuration, settings)
            .onSpark(LITTLE_MEMORY, NO_MEMORY_TO_SHUFFLE);
    long jar = Files.size(JarProcess.SPARK_HOME.resolveSibling("leak-census.jar")) >> 10;
    assertThat(census.run()).as("with room: %s", census.errors()).isZero();
    String undisturbed = contentHash(census.path("out"));
    Path output = census.path("out");
    inNameSpace(census, SCRATCH, String.valueOf(jar + spareMebibytes * 1024L), scratch(census));

    assertThat(census.run()).as(census.errors()).isEqualTo(6);

    assertThat(census.errors().lines())
        .contains(
            "Cannot go on: no space is left on a disk, or a quota is reached. Free some space in spark.local.dir, on every machine of the run, and in the output folder, or name others.");
    assertThat(contentHash(output)).as("the older run").isEqualTo(undisturbed);
    assertThat(runs(output)).hasSize(1);
    new FaultRow(
            "8",
            "spark.local.dir on a tmpfs of the jar's size and %d MiB".formatted(spareMebibytes),
            "No space left on device %d times in Spark's log"
                .formatted(count(census.errors(), "No space left on device")),
            "exit code 6, which says that no space is left; nothing published, older run intact")
        .tell();
  }

  @Test
  void endsClearlyWhereTheDiskOfTheOutputIsFull(@TempDir Path folder) throws Exception {
    LauncherRun first = LauncherRun.census(folder, configuration, settings).onSpark();
    assertThat(first.run()).as(first.errors()).isZero();
    Path output = first.path("out");
    String undisturbed = contentHash(output);
    Path left = Files.createDirectories(folder.resolve("left"));
    inNameSpace(first, OUTPUT, output.toString(), left.toString());

    assertThat(first.run()).as("with room again: %s", first.errors()).isZero();

    List<String> ends = new ArrayList<>();
    for (int spare : new int[] {0, 100, 400, 1200}) {
      String errors = Files.readString(left.resolve(spare + ".errors"));
      assertThat(Files.readString(left.resolve(spare + ".code")).strip()).as(errors).isEqualTo("6");
      String end = errors.strip().lines().reduce((before, last) -> last).orElseThrow();
      assertThat(end).startsWith("Cannot ").contains(FULL);
      Path disturbed = left.resolve(spare + ".output");
      assertThat(contentHash(disturbed)).as(end).isEqualTo(undisturbed);
      assertThat(runs(disturbed)).as(end).hasSize(1);
      assertThat(unfinished(disturbed)).as(end).isEmpty();
      ends.add(end.substring(0, end.indexOf(':')));
    }
    Path room = left.resolve("room.output");
    assertThat(contentHash(room)).isEqualTo(undisturbed);
    assertThat(runs(room)).hasSize(2);
    LauncherRun verify = LauncherRun.onRun(folder.resolve("verify"), room, "verify");
    assertThat(verify.run()).as(verify.output()).isZero();
    new FaultRow(
            "8",
            "output on a tmpfs with 0, 100, 400 and 1200 KiB left",
            String.join("; ", ends),
            "exit code 6 each time; older run intact, no half text left; same tables with room")
        .tell();
  }

  /** Runs a script of the shell around a run; it alone sees what is mounted. */
  private static void inNameSpace(LauncherRun run, String script, String... arguments)
      throws Exception {
    boolean isRoot =
        new String(new ProcessBuilder("id", "-u").start().getInputStream().readAllBytes())
            .strip()
            .equals("0");
    List<String> command = new ArrayList<>(List.of("unshare", "--mount"));
    if (!isRoot) {
      command.addAll(List.of("--user", "--map-root-user"));
    }
    command.addAll(List.of("bash", "-c", script, "small-disk"));
    command.addAll(List.of(arguments));
    run.inside(command.toArray(new String[0]));
  }

  private static String scratch(LauncherRun run) {
    return run.path("scratch").toString();
  }

  private static String contentHash(Path output) throws IOException {
    JsonNode latest = JSON.readTree(Files.readString(output.resolve("latest.json")));
    Path run = output.resolve(latest.path("path").asText());
    return JSON.readTree(Files.readString(run.resolve("manifest.json")))
        .path("content_hash")
        .asText();
  }

  private static List<Path> runs(Path output) throws IOException {
    try (Stream<Path> runs = Files.list(output.resolve("runs"))) {
      return runs.toList();
    }
  }

  private static List<Path> unfinished(Path output) throws IOException {
    try (Stream<Path> all = Files.walk(output)) {
      return all.filter(path -> path.getFileName().toString().matches("\\..*\\.json.*")).toList();
    }
  }

  private static int count(String text, String part) {
    return text.split(part, -1).length - 1;
  }
}
