package leakcensus.pipeline;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import leakcensus.config.CensusConfig;
import leakcensus.config.ConfigReader;
import leakcensus.config.InputException;
import leakcensus.config.LoadedConfig;

/**
 * A folder with a leak whose truth is known: its files have a column with the true person, and
 * {@code census.conf} tells a census all but that.
 *
 * @param name name of the leak, of its folder
 * @param config how a census reads it
 * @param fingerprint SHA-256 of the settings
 */
public record LeakWithTruth(String name, CensusConfig config, String fingerprint) {

  private static final String CENSUS_FILE = "census.conf";

  /**
   * The leak in a folder, to be counted into an output folder of its own.
   *
   * @param folder folder of the leak
   * @param output where the run is written
   * @param settings settings of the form {@code path=value}, which win over those of the leak
   * @throws InputException if the folder holds no such leak, or a setting is at fault
   */
  public static LeakWithTruth in(Path folder, Path output, List<String> settings) {
    Path file = folder.resolve(CENSUS_FILE);
    if (!Files.isRegularFile(file)) {
      throw new InputException(
          "Cannot rehearse %s: it has no %s. Name folders that synthesise --register has made, or others with that file."
              .formatted(folder, CENSUS_FILE));
    }
    List<String> all = new ArrayList<>(settings);
    all.add("output.assignments=true");
    all.add("output.path=" + output.toAbsolutePath());
    LoadedConfig loaded = LoadedConfig.load(Optional.of(file), all);
    return new LeakWithTruth(
        String.valueOf(folder.toAbsolutePath().normalize().getFileName()),
        ConfigReader.read(loaded),
        loaded.fingerprint());
  }
}
