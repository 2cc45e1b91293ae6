package leakcensus.keep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import leakcensus.pipeline.CensusRun;
import leakcensus.pipeline.KeyFile;
import leakcensus.pipeline.Progress;
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
import org.junit.jupiter.params.provider.CsvSource;

/** A run that ended too early goes on where it was, and comes to the same end. */
@ExtendWith(LocalSpark.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResumeIT {

  private static final String IDENTIFIERS = "resolve.method=identifiers";
  private static final String MATCHING = "resolve.method=matching";

  /** Content hash of a run that came to its end, by the way it counts persons. */
  private static final Map<String, String> UNDISTURBED = new HashMap<>();

  @TempDir private static Path shared;

  private SparkSession spark;
  private Path leak;
  private Path key;

  @BeforeAll
  void makeLeak(SparkSession session) {
    spark = session;
    leak = MadeUpLeak.write(spark, shared.resolve("leak")).folder();
    key = shared.resolve("key");
    KeyFile.create(key);
  }

  @ParameterizedTest(name = "after: {0}")
  @CsvSource({
    "read and prepare: done, mentions",
    "resolve: done, mentions assignments",
    "write ..., mentions assignments",
  })
  void goesOnByIdentifiers(String line, String takenOver, @TempDir Path output) throws IOException {
    assertGoesOn(IDENTIFIERS, line, takenOver, output);
  }

  @Tag("long")
  @ParameterizedTest(name = "after: {0}")
  @CsvSource({
    "list files: done, ''",
    "profile: done, mentions assignments",
    "estimate: done, mentions assignments",
  })
  void goesOnByIdentifiersBehindTheOtherSteps(String line, String takenOver, @TempDir Path output)
      throws IOException {
    assertGoesOn(IDENTIFIERS, line, takenOver, output);
  }

  @Tag("long")
  @ParameterizedTest(name = "after: {0}")
  @CsvSource({
    "read and prepare: done, mentions",
    "count keys: done, mentions signatures",
    "compare: done, mentions signatures pairs",
    "connect: done, mentions signatures pairs components",
    "resolve: done, mentions signatures pairs components persons",
    "profile: done, mentions signatures pairs components persons",
  })
  void goesOnByMatching(String line, String takenOver, @TempDir Path output) throws IOException {
    assertGoesOn(MATCHING, line, takenOver, output);
  }

  @Tag("long")
  @Test
  void startsAfreshWhereAnythingIsDifferent(@TempDir Path output) throws IOException {
    Path other = shared.resolve("other-key");
    KeyFile.create(other);
    endAt("resolve: done", output, IDENTIFIERS, keySetting(key));

    assertThat(takenOver(output, IDENTIFIERS, keySetting(other))).isEmpty();
    assertThat(takenOver(output, IDENTIFIERS, keySetting(key), "resolve.max-names=7")).isEmpty();
    assertThat(takenOver(output, IDENTIFIERS)).isEmpty();
    assertThat(takenOver(output, IDENTIFIERS, keySetting(key), "keep.resume=false")).isEmpty();

    assertThat(takenOver(output, IDENTIFIERS, keySetting(key)))
        .as("nothing of that has touched what the first run left")
        .containsExactly("mentions", "assignments");
  }

  @Tag("long")
  @Test
  void startsAfreshWhereAFileHasChanged(@TempDir Path folder) throws IOException {
    Path changing = MadeUpLeak.write(spark, folder.resolve("leak")).folder();
    Path output = folder.resolve("out");
    assertThatThrownBy(
            () ->
                MadeUpLeak.count(
                    spark,
                    changing,
                    output,
                    new Progress(EndsAt.line("resolve: done")),
                    IDENTIFIERS,
                    keySetting(key)))
        .isInstanceOf(EndsAt.PulledPlug.class);
    Path file;
    try (Stream<Path> files = Files.walk(changing)) {
      file = files.filter(found -> found.toString().endsWith(".csv")).sorted().findFirst().get();
    }
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000_000_000L));
    EndsAt told = EndsAt.nothing();

    MadeUpLeak.count(spark, changing, output, new Progress(told), IDENTIFIERS, keySetting(key));

    assertThat(told.takenOver()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "flipped, BrokenSealException",
    "swapped, BrokenSealException",
    "cut, EOFException",
    "gone, FileNotFoundException"
  })
  void refusesWhatSomebodyHasChanged(String how, String fault, @TempDir Path output)
      throws IOException {
    endAt("resolve: done", output, IDENTIFIERS, keySetting(key));
    List<Path> blocks;
    try (Stream<Path> files = Files.walk(output.resolve("private/kept"))) {
      blocks =
          files
              .filter(file -> file.getParent().endsWith("mentions"))
              .sorted((a, b) -> Long.compare(b.toFile().length(), a.toFile().length()))
              .toList();
    }
    byte[] first = Files.readAllBytes(blocks.get(0));
    byte[] second = Files.readAllBytes(blocks.get(1));
    switch (how) {
      case "flipped" -> {
        first[first.length / 2] ^= 1;
        Files.write(blocks.get(0), first);
      }
      case "swapped" -> {
        Files.write(blocks.get(0), second);
        Files.write(blocks.get(1), first);
      }
      case "cut" -> Files.write(blocks.get(0), Arrays.copyOf(first, first.length - 1));
      default -> Files.delete(blocks.get(0));
    }

    assertThatThrownBy(() -> takenOver(output, IDENTIFIERS, keySetting(key)))
        .rootCause()
        .hasMessageMatching(
            "Cannot read what an earlier run has kept \\((%s|BrokenSealException)\\)\\. Remove its folder below private/kept, and start again\\."
                .formatted(fault));
  }

  @Test
  void sweepsWhatWasLeftLongAgoAndNothingElse(@TempDir Path output) throws IOException {
    endAt("resolve: done", output, IDENTIFIERS, keySetting(key));
    endAt("resolve: done", output, IDENTIFIERS, keySetting(key), "resolve.max-names=7");
    List<Path> left = kept(output);
    assertThat(left).hasSize(2);
    Instant now = Instant.now();
    Files.setLastModifiedTime(left.get(0), FileTime.from(now.minus(Duration.ofHours(71))));
    Files.setLastModifiedTime(left.get(1), FileTime.from(now.minus(Duration.ofHours(73))));

    endAt("list files: done", output, IDENTIFIERS, keySetting(key), "keep.days=3");
    assertThat(kept(output)).as("before the files are known").hasSize(2);
    endAt("read and prepare ...", output, IDENTIFIERS, keySetting(key), "keep.days=3");

    assertThat(kept(output)).contains(left.get(0)).doesNotContain(left.get(1));
  }

  @Test
  void leavesWhatItKeepsToItsOwnerAlone(@TempDir Path output) throws IOException {
    endAt("resolve: done", output, IDENTIFIERS, keySetting(key));

    try (Stream<Path> found = Files.walk(output.resolve("private/kept"))) {
      assertThat(found.skip(1))
          .hasSizeGreaterThan(5)
          .allSatisfy(
              path ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                      .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------"));
    }
  }

  private void assertGoesOn(String method, String line, String takenOver, Path output)
      throws IOException {
    String undisturbed =
        UNDISTURBED.computeIfAbsent(
            method,
            once ->
                MadeUpLeak.count(spark, leak, shared.resolve(once), once).manifest().contentHash());
    Path resumed = output.resolve("resumed");
    endAt(line, resumed, method, keySetting(key));
    EndsAt told = EndsAt.nothing();

    CensusRun run =
        MadeUpLeak.count(spark, leak, resumed, new Progress(told), method, keySetting(key));

    assertThat(told.takenOver())
        .containsExactlyElementsOf(takenOver.isEmpty() ? List.of() : List.of(takenOver.split(" ")));
    assertThat(run.manifest().contentHash()).isEqualTo(undisturbed);
    assertThat(kept(resumed)).as("what a finished run leaves").isEmpty();
  }

  private void endAt(String line, Path output, String... settings) {
    assertThatThrownBy(
            () -> MadeUpLeak.count(spark, leak, output, new Progress(EndsAt.line(line)), settings))
        .isInstanceOf(EndsAt.PulledPlug.class);
  }

  private List<String> takenOver(Path output, String... settings) {
    EndsAt told = EndsAt.nothing();
    MadeUpLeak.count(spark, leak, output, new Progress(told), settings);
    return told.takenOver();
  }

  private static String keySetting(Path file) {
    return "privacy.key.file=" + file;
  }

  /** What is kept for the same run, and not for comparisons. */
  private static List<Path> kept(Path output) throws IOException {
    try (Stream<Path> found = Files.list(output.resolve("private/kept"))) {
      return found.filter(path -> !path.getFileName().toString().startsWith("sketch-")).toList();
    }
  }
}
