package leakcensus.pipeline;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import leakcensus.config.InputException;
import leakcensus.config.RegimeReader;
import leakcensus.duty.DutyRegime;
import leakcensus.duty.DutySettings;

/** Loads the laws that a configuration names: those of the program, or files of thresholds. */
final class LoadRegimes {

  private LoadRegimes() {}

  /**
   * The laws, in the order of their names.
   *
   * @throws InputException if one cannot be read, or residents are stated that none counts
   */
  static List<DutyRegime> load(DutySettings settings) {
    List<DutyRegime> regimes = new ArrayList<>();
    for (String name : settings.regimes()) {
      try {
        regimes.add(DutySettings.isFile(name) ? file(name) : RegimeReader.bundled(name));
      } catch (IllegalArgumentException | UncheckedIOException fault) {
        throw new InputException(
            "Cannot read regime %s: %s. Check leak-census.duties.regimes."
                .formatted(name, fault.getMessage()),
            fault);
      }
    }
    requireCounted(settings, regimes);
    return List.copyOf(regimes);
  }

  private static DutyRegime file(String name) {
    try (Reader reader = Files.newBufferedReader(Path.of(name))) {
      return RegimeReader.read(DutySettings.key(name), reader);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault.getClass().getSimpleName(), fault);
    }
  }

  /** A misspelt jurisdiction would leave its threshold open without a word. */
  private static void requireCounted(DutySettings settings, List<DutyRegime> regimes) {
    SortedSet<String> unknown = new TreeSet<>(settings.residents().keySet());
    unknown.removeIf(
        key ->
            regimes.stream()
                .flatMap(regime -> regime.thresholds().stream())
                .anyMatch(threshold -> threshold.countsResidentsOf(key)));
    if (!unknown.isEmpty()) {
      throw new InputException(
          "Unknown jurisdictions in leak-census.duties.residents: %s (no threshold of duties.regimes counts their residents)"
              .formatted(String.join(", ", unknown)));
    }
  }
}
