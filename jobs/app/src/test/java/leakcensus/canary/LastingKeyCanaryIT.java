package leakcensus.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import leakcensus.spark.write.Manifest;
import leakcensus.testing.LauncherRun;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What runs with a lasting key leave for later ones tells no value, and none of them the key. */
@Tag("canary")
@Tag("long")
class LastingKeyCanaryIT {

  private static final int RECORDS = 20_000;

  @TempDir private static Path planted;
  private static Path configuration;

  @TempDir private Path folder;
  @TempDir private Path secretFolder;
  @TempDir private Path keyOfTablesFolder;

  private PlantedKey key;

  @BeforeAll
  static void plant() throws IOException {
    configuration = new PlantedLeak(planted, RECORDS).write();
  }

  @BeforeEach
  void makeKey() {
    key = PlantedKey.make(secretFolder);
  }

  @Test
  void leaveNeitherValuesNorTheKeyBehindARunKilledWhileProfiling() throws Exception {
    LauncherRun census =
        census("--set", "privacy.allow-unencrypted-spill=true")
            .onSpark(
                "spark.memory.fraction=0.0002",
                "spark.shuffle.sort.bypassMergeThreshold=200",
                "spark.io.encryption.enabled=false",
                "spark.cleaner.referenceTracking=false");

    census.killAt(() -> census.errors().contains("leak-census: profile ..."));

    assertThat(kept("run-", "mentions", "signatures", "pairs", "components", "persons"))
        .hasSizeGreaterThan(10);
    assertThat(census.spilled()).as("there to be searched").isNotEmpty();
    Leftovers leftovers =
        new Leftovers(key.canaries())
            .add(folder)
            .tell("a lasting key; killed while counting persons; scratch space readable");
    assertThat(leftovers.exposed()).isEmpty();
  }

  @Test
  void leaveNeitherValuesNorKeysBehindANightWithEncryptedTables() throws Exception {
    PlantedKey keyOfTables = PlantedKey.make(keyOfTablesFolder);
    LauncherRun census =
        census("--since", "latest", "--set", "output.encryption.key.file=" + keyOfTables.file())
            .onSpark();

    assertThat(census.run()).as(census.errors()).isZero();

    assertThat(kept("night-", "mentions")).isNotEmpty();
    assertThat(kept("sketch-")).hasSize(2);
    Manifest manifest = manifest();
    assertThat(manifest.keyId()).isPresent();
    List<Canary> keysOfTables =
        keyOfTables.canariesOfTables(
            manifest.runId(), manifest.tables().stream().map(Manifest.TableEntry::name).toList());
    Leftovers leftovers =
        new Leftovers(Stream.concat(key.canaries().stream(), keysOfTables.stream()).toList())
            .add(folder)
            .tell("a lasting key; a night with encrypted tables");
    assertThat(leftovers.exposed()).isEmpty();
  }

  /** Files of kept tables; each table has to have some. */
  private List<Path> kept(String prefix, String... tables) throws IOException {
    try (Stream<Path> found = Files.walk(folder.resolve("out/private/kept"))) {
      List<Path> files =
          found
              .filter(Files::isRegularFile)
              .filter(file -> file.toString().contains("/" + prefix))
              .toList();
      for (String table : tables) {
        assertThat(files).as(table).anyMatch(file -> file.getParent().endsWith(table));
      }
      return files;
    }
  }

  private Manifest manifest() throws IOException {
    try (Stream<Path> runs = Files.list(folder.resolve("out/runs"))) {
      return Manifest.parse(
          Files.readString(runs.findFirst().orElseThrow().resolve(Manifest.FILE)));
    }
  }

  private LauncherRun census(String... more) throws IOException {
    return LauncherRun.census(
        folder,
        configuration,
        Stream.concat(Stream.of("--set", "privacy.key.file=" + key.file()), Stream.of(more))
            .toArray(String[]::new));
  }
}
