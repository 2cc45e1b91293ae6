package leakcensus.register;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes a made-up register into a folder of this machine: CSV files, {@code census.conf} to count
 * them with, and last {@code truth.json}.
 *
 * <p>The bytes follow from the settings, whatever the number of processors. Each file is written by
 * one thread, which holds the keys of two million records at a time.
 */
public final class WriteRegister {

  private static final int BUFFER_CHARACTERS = 1 << 16;

  private final RegisterSettings settings;
  private final RegisterKeys keys;
  private final RegisterPopulation population;

  /** Will write the register of these settings. */
  public WriteRegister(RegisterSettings settings) {
    this.settings = settings;
    this.keys = new RegisterKeys(settings);
    this.population = new RegisterPopulation(settings);
  }

  /**
   * Writes the register and gives its truth.
   *
   * @throws IllegalArgumentException if the folder exists and is not empty
   * @throws IOException if the file system refuses
   */
  public RegisterTruth write(Path folder) throws IOException {
    requireEmpty(folder);
    Path source = Files.createDirectories(folder.resolve(RegisterFolder.SOURCE));
    RegisterTally tally = new TallyPersons(settings, keys, population).tally();
    try {
      IntStream.range(0, settings.files())
          .parallel()
          .mapToObj(file -> writeFile(file, source))
          .toList()
          .forEach(tally::add);
    } catch (UncheckedIOException fault) {
      throw fault.getCause();
    }
    RegisterTruth truth = new RegisterTruth(settings, tally);
    Files.writeString(
        folder.resolve(RegisterFolder.CENSUS_FILE), RegisterConfiguration.text(settings));
    Files.writeString(folder.resolve(RegisterFolder.TRUTH_FILE), truth.json());
    return truth;
  }

  private static void requireEmpty(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var inside = Files.list(folder)) {
        if (inside.findAny().isPresent()) {
          throw new IllegalArgumentException(
              "Cannot write a made-up register: its folder is not empty. Name a new one.");
        }
      }
    }
  }

  private RegisterTally writeFile(int file, Path source) {
    RegisterTally tally = new RegisterTally();
    RegisterRecords records = new RegisterRecords(settings, population, tally);
    StringBuilder text = new StringBuilder(2 * BUFFER_CHARACTERS).append(header());
    try (BufferedWriter out =
        Files.newBufferedWriter(
            source.resolve(RegisterFolder.part(file)), StandardCharsets.US_ASCII)) {
      int first = file * keys.segmentsPerFile();
      for (int segment = first; segment < first + keys.segmentsPerFile(); segment++) {
        for (long key : keys.segment(segment)) {
          records.append(RegisterKeys.person(key), RegisterKeys.record(key), text);
          flush(text, out, BUFFER_CHARACTERS);
        }
      }
      flush(text, out, 0);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
    return tally;
  }

  private static void flush(StringBuilder text, Writer out, int above) throws IOException {
    if (text.length() > above) {
      out.append(text);
      text.setLength(0);
    }
  }

  private String header() {
    return settings.columns().stream()
        .map(RegisterColumn::key)
        .collect(Collectors.joining(",", "", "," + RegisterColumn.TRUE_PERSON + "\n"));
  }
}
