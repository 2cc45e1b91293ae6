package leakcensus.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PrivacySettingsTest {

  @Test
  void doesWithoutNothingByDefault() {
    assertThat(read()).isEqualTo(new PrivacySettings(false, false, false));
  }

  @Test
  void readsEveryKey() {
    assertThat(read("privacy.allow-unencrypted-spill=true"))
        .isEqualTo(new PrivacySettings(true, false, false));
    assertThat(read("privacy.allow-open-network=true"))
        .isEqualTo(new PrivacySettings(false, true, false));
    assertThat(read("privacy.allow-heap-dumps=true"))
        .isEqualTo(new PrivacySettings(false, false, true));
  }

  @Test
  void refusesWhatIsNeitherTrueNorFalse() {
    assertThatThrownBy(() -> read("privacy.allow-heap-dumps=perhaps"))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("Cannot read leak-census.privacy: Invalid type: allow-heap-dumps");
  }

  @Test
  void refusesAnUnknownKey() {
    assertThatThrownBy(() -> read("privacy.allow-all=true"))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "Unknown keys in leak-census: privacy.allow-all. Correct their spelling; reference.conf lists every key.");
  }

  private static PrivacySettings read(String... settings) {
    return ConfigReader.read(LoadedConfig.load(Optional.empty(), List.of(settings))).privacy();
  }
}
