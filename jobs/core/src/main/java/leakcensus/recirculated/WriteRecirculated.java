package leakcensus.recirculated;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

/**
 * Writes a recirculated file into a folder of this machine: CSV files, {@code population.csv},
 * {@code census.conf} to count them with, and last {@code truth.json}.
 *
 * <p>The bytes follow from the settings, whatever the number of processors.
 */
public final class WriteRecirculated {

  /** Configuration of a census of the file. */
  public static final String CENSUS_FILE = "census.conf";

  /** The truth; it is there when everything else is. */
  public static final String TRUTH_FILE = "truth.json";

  /** Name of the source, and of the folder of its files. */
  static final String SOURCE = "recirculated";

  private static final String POPULATION_FILE = "population.csv";
  private static final int BUFFER_CHARACTERS = 1 << 16;

  private final RecirculatedSettings settings;
  private final RecirculatedRows rows;

  /** Will write the file of these settings. */
  public WriteRecirculated(RecirculatedSettings settings) {
    this.settings = settings;
    rows = new RecirculatedRows(settings);
  }

  /**
   * Writes the file and gives its truth.
   *
   * @throws IllegalArgumentException if the folder exists and is not empty
   * @throws IOException if the file system refuses
   */
  public RecirculatedTruth write(Path folder) throws IOException {
    requireEmpty(folder);
    Path source = Files.createDirectories(folder.resolve(SOURCE));
    try {
      IntStream.range(0, settings.files()).parallel().forEach(file -> writeFile(file, source));
    } catch (UncheckedIOException fault) {
      throw fault.getCause();
    }
    RecirculatedTruth truth = new RecirculatedTruth(settings);
    Files.writeString(folder.resolve(POPULATION_FILE), population());
    Files.writeString(
        folder.resolve(CENSUS_FILE), census(folder.resolve(POPULATION_FILE).toAbsolutePath()));
    Files.writeString(folder.resolve(TRUTH_FILE), truth.json());
    return truth;
  }

  private static void requireEmpty(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var inside = Files.list(folder)) {
        if (inside.findAny().isPresent()) {
          throw new IllegalArgumentException(
              "Cannot write a recirculated file: its folder is not empty. Name a new one.");
        }
      }
    }
  }

  private void writeFile(int file, Path source) {
    long from = settings.rows() * file / settings.files();
    long to = settings.rows() * (file + 1) / settings.files();
    StringBuilder text = new StringBuilder(2 * BUFFER_CHARACTERS).append(RecirculatedRows.HEADER);
    try (BufferedWriter out =
        Files.newBufferedWriter(
            source.resolve("part-%05d.csv".formatted(file)), StandardCharsets.UTF_8)) {
      for (long place = from; place < to; place++) {
        rows.append(place, text);
        if (text.length() > BUFFER_CHARACTERS) {
          out.append(text);
          text.setLength(0);
        }
      }
      out.append(text);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private String population() {
    return """
        # title: made-up population of the scale of the file
        # date: 2020-11-01
        # source: the total of the Seventh National Population Census of China, divided
        # strata: country
        stratum,persons,label
        total,%d,everybody
        """
        .formatted(settings.population());
  }

  /** HOCON; of the truth it tells what the seller claims, the number of rows. */
  private String census(Path population) {
    return """
        leak-census {
          sources.%s {
            files = ["%s/*.csv"]
            format = csv
            fields { national-id = id_no, full-name = name, phone = mobile, address = address }
          }
          resolve.method = identifiers
          sample.design = whole-dump
          claims.seller { records = %d }
          population.compare = ["%s"]
        }
        """
        .formatted(
            SOURCE,
            SOURCE,
            settings.rows(),
            population.toString().replace("\\", "\\\\").replace("\"", "\\\""));
  }
}
