package leakcensus.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import leakcensus.pipeline.KeyFile;
import leakcensus.pseudonym.RunKeys;
import leakcensus.testing.LauncherRun;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What runs with a lasting key leave for later ones tells no value, and none of them the key. */
class LastingKeyCanaryIT {

  private static final int RECORDS = 20_000;

  @TempDir private static Path planted;
  private static Path configuration;

  @TempDir private Path folder;
  @TempDir private Path secretFolder;

  @BeforeAll
  static void plant() throws IOException {
    configuration = new PlantedLeak(planted, RECORDS).write();
  }

  @Test
  void leaveNeitherValuesNorTheKeyBehindARunKilledWhileProfiling() throws Exception {
    LauncherRun census =
        census("--set", "privacy.allow-unencrypted-spill=true")
            .onSpark(
                "spark.memory.fraction=0.0002",
                "spark.io.encryption.enabled=false",
                "spark.cleaner.referenceTracking=false");

    census.killAt(() -> census.errors().contains("leak-census: profile ..."));

    assertThat(kept("run-", "mentions", "signatures", "pairs", "components", "persons"))
        .hasSizeGreaterThan(10);
    assertThat(census.spilled()).as("there to be searched").isNotEmpty();
    assertThat(search().exposed()).isEmpty();
  }

  @Tag("long")
  @Test
  void leaveNeitherValuesNorTheKeyBehindANight() throws Exception {
    LauncherRun census = census("--since", "latest").onSpark();

    assertThat(census.run()).as(census.errors()).isZero();

    assertThat(kept("night-", "mentions")).isNotEmpty();
    assertThat(kept("sketch-")).hasSize(2);
    assertThat(search().exposed()).isEmpty();
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

  private LauncherRun census(String... more) throws IOException {
    Path key = secretFolder.resolve("key");
    KeyFile.create(key);
    return LauncherRun.census(
        folder,
        configuration,
        Stream.concat(Stream.of("--set", "privacy.key.file=" + key), Stream.of(more))
            .toArray(String[]::new));
  }

  private Leftovers search() throws IOException {
    String secret = Files.readString(secretFolder.resolve("key")).strip();
    RunKeys keys = RunKeys.lasting(HexFormat.of().parseHex(secret));
    Leftovers leftovers =
        new Leftovers(
                List.of(
                    Canary.content("key", secret),
                    Canary.content(
                        "key of tokens", HexFormat.of().formatHex(keys.tokens().secret())),
                    Canary.content(
                        "key of numbers", HexFormat.of().formatHex(keys.numbers().secret()))))
            .add(folder);
    System.out.println(leftovers);
    return leftovers;
  }
}
