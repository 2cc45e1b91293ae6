package leakcensus.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import leakcensus.config.InputException;
import leakcensus.duty.CountRange;
import leakcensus.duty.DutyRegime;
import leakcensus.duty.DutySettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadRegimesTest {

  @TempDir private Path folder;

  @Test
  void loadsLawsOfTheProgramAndOfFiles() throws IOException {
    Path own = folder.resolve("own.conf");
    Files.copy(Path.of("../../conf/thresholds/hipaa.conf"), own);

    List<DutyRegime> regimes = LoadRegimes.load(settings(List.of("gdpr", own.toString())));

    assertThat(regimes).extracting(DutyRegime::key).containsExactly("gdpr", "own");
    assertThat(regimes.get(1).thresholds()).hasSize(2);
  }

  @Test
  void saysWhichLawCannotBeRead() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.conf"), "title = a");
    String missing = folder.resolve("missing.conf").toString();

    assertThatThrownBy(() -> LoadRegimes.load(settings(List.of("mars"))))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "Cannot read regime mars: Unknown regime: mars (no file of this name comes with the"
                + " program). Check leak-census.duties.regimes.");
    assertThatThrownBy(() -> LoadRegimes.load(settings(List.of(missing))))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "Cannot read regime %s: NoSuchFileException. Check leak-census.duties.regimes."
                .formatted(missing));
    assertThatThrownBy(() -> LoadRegimes.load(settings(List.of(broken.toString()))))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("broken.conf: Missing key: none found for key 'thresholds'");
  }

  @Test
  void refusesResidentsWhomNoLawCounts() {
    TreeMap<String, CountRange> residents =
        new TreeMap<>(Map.of("US-CA", CountRange.exactly(1), "US-XX", CountRange.exactly(1)));

    assertThatThrownBy(
            () ->
                LoadRegimes.load(
                    new DutySettings(List.of("us-states"), residents, new TreeMap<>())))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "Unknown jurisdictions in leak-census.duties.residents: US-XX (no threshold of"
                + " duties.regimes counts their residents)");
    assertThat(LoadRegimes.load(new DutySettings(List.of("hipaa"), residents, new TreeMap<>())))
        .hasSize(1);
  }

  private static DutySettings settings(List<String> regimes) {
    return new DutySettings(regimes, new TreeMap<>(), new TreeMap<>());
  }
}
