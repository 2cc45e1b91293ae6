package leakcensus.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing of a leak gets out through the configuration, even where one is taken for the other. */
class ConfigSecrecyTest {

  private static final String CANARY = "canary-13800000001";
  private static final String SOURCE =
      "leak-census.sources.a { format = parquet, files = [%s], fields { phone = tel } }";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"name\":\"" + CANARY + "\"}\n" + CANARY,
        CANARY + "," + CANARY + "@mail.test,2",
        "\"" + CANARY + "' '" + CANARY + "\n\" = 2",
        "{\"" + CANARY + "\":[" + CANARY + ",}"
      })
  void quotesNothingOfALeakThatIsTakenForAConfiguration(String leak) {
    assertThatThrownBy(() -> load(leak))
        .isInstanceOf(InputException.class)
        .hasMessageMatching(
            "Cannot read configuration .*run.conf: Invalid syntax in line [12]. Correct it, or check"
                + " that it is a configuration file.")
        .hasMessageNotContaining(CANARY);
  }

  @Test
  void hashesNoPathIntoTheFingerprint() throws IOException {
    String fingerprint = load(SOURCE.formatted(CANARY)).fingerprint();

    assertThat(load(SOURCE.formatted("other")).fingerprint()).isEqualTo(fingerprint);
    assertThat(load(SOURCE.formatted(CANARY).replace("tel", "mobile")).fingerprint())
        .isNotEqualTo(fingerprint);
  }

  @Test
  void printsNoPathOfASource() throws IOException {
    CensusConfig config = ConfigReader.read(load(SOURCE.formatted(CANARY)));

    assertThat(config.sources()).hasToString("[Source[a, parquet, 1 files]]");
    assertThat(config.toString()).doesNotContain(CANARY);
  }

  private LoadedConfig load(String text) throws IOException {
    Path file = folder.resolve("run.conf");
    Files.writeString(file, text);
    return LoadedConfig.load(Optional.of(file), List.of());
  }
}
