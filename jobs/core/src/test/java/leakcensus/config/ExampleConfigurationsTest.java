package leakcensus.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import leakcensus.source.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The configurations under conf/ can be read as they stand. */
class ExampleConfigurationsTest {

  private static final Path FOLDER = Path.of("../../conf");

  static List<Path> configurations() throws IOException {
    try (Stream<Path> below = Files.walk(FOLDER)) {
      // Thresholds of laws are no configurations; RegimeReaderTest reads them.
      return below
          .filter(file -> file.toString().endsWith(".conf"))
          .filter(file -> !file.getParent().endsWith("thresholds"))
          .sorted()
          .toList();
    }
  }

  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("configurations")
  void canBeRead(Path configuration) throws IOException {
    // Some take a folder from the environment, which a test cannot set: it stands in the file here.
    Path copy = folder.resolve("run.conf");
    Files.writeString(copy, "TRUTH_SETS = truth\n" + Files.readString(configuration));

    LoadedConfig loaded = LoadedConfig.load(Optional.of(copy), List.of());

    assertThat(ConfigReader.read(loaded).output().path()).isNotEmpty();
    assertThat(loaded.synthesis().sources()).isNotEmpty();
  }

  @Test
  void showACsvAndAJsonLinesSource() {
    CensusConfig config =
        ConfigReader.read(
            LoadedConfig.load(Optional.of(FOLDER.resolve("examples/run.conf")), List.of()));

    assertThat(config.sources())
        .extracting(Source::name, source -> source.format().key())
        .containsExactly(tuple("customers", "csv"), tuple("tickets", "json-lines"));
    assertThat(config.sources().get(1).slots()).hasSize(2);
  }
}
