package leakcensus.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContainerLimitsTest {

  @Test
  void hasTheDocumentedDefaults() {
    assertThat(ContainerLimits.DEFAULT)
        .isEqualTo(
            new ContainerLimits(1_000, 100_000_000, 1_000_000, 4, 1_000_000_000_000L, 268_435_456));
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatThrownBy(() -> new ContainerLimits(0, 0, 1, 0, 1, 0))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid max-ratio: 0 (must be at least 1)");
    assertThatThrownBy(() -> new ContainerLimits(1, -1, 1, 0, 1, 0))
        .hasMessage("Invalid ratio-from-bytes: -1 (must be at least 0)");
    assertThatThrownBy(() -> new ContainerLimits(1, 0, 0, 0, 1, 0))
        .hasMessage("Invalid max-entries: 0 (must be at least 1)");
    assertThatThrownBy(() -> new ContainerLimits(1, 0, 1, -1, 1, 0))
        .hasMessage("Invalid max-depth: -1 (must be at least 0)");
    assertThatThrownBy(() -> new ContainerLimits(1, 0, 1, 0, 0, 0))
        .hasMessage("Invalid max-bytes: 0 (must be at least 1)");
    assertThatThrownBy(() -> new ContainerLimits(1, 0, 1, 0, 1, -1))
        .hasMessage("Invalid max-held-bytes: -1 (must be at least 0)");
    assertThatThrownBy(() -> new RefusedEntry(List.of(), EntryFault.LINK, -1))
        .hasMessage("Invalid bytes: -1 (must not be negative)");
  }

  @Test
  void namesFaultsAsTablesDo() {
    assertThat(EntryFault.UNSAFE_NAME.key()).isEqualTo("unsafe-name");
    assertThat(Arrays.stream(EntryFault.values()).map(EntryFault::meaning))
        .doesNotHaveDuplicates()
        .noneMatch(String::isBlank);
    assertThat(Archive.SEVEN_ZIP.key()).isEqualTo("seven-zip");
    assertThat(Compression.ZSTD.key()).isEqualTo("zstd");
    assertThat(Content.OFFICE_XML.key()).isEqualTo("office-xml");
  }
}
