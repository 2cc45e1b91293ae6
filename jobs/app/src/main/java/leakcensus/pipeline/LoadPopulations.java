package leakcensus.pipeline;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import leakcensus.config.InputException;
import leakcensus.config.PopulationSettings;
import leakcensus.population.Population;
import leakcensus.population.PopulationReader;

/** Loads the populations that a configuration names: those of the program, or files of facts. */
final class LoadPopulations {

  private LoadPopulations() {}

  static List<Population> load(PopulationSettings settings) {
    List<Population> populations = new ArrayList<>();
    for (String name : settings.compare()) {
      try {
        Population population = name.endsWith(".csv") ? file(name) : PopulationReader.bundled(name);
        populations.add(settings.leakDate().map(population::at).orElse(population));
      } catch (IllegalArgumentException | UncheckedIOException fault) {
        throw new InputException(
            "Cannot read population %s: %s. Check leak-census.population.compare."
                .formatted(name, fault.getMessage()),
            fault);
      }
    }
    return populations;
  }

  private static Population file(String name) {
    Path path = Path.of(name);
    String key = path.getFileName().toString().replaceFirst("\\.csv$", "");
    try (Reader reader = Files.newBufferedReader(path)) {
      return PopulationReader.read(key, reader);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault.getClass().getSimpleName(), fault);
    }
  }
}
