package leakcensus.register;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import leakcensus.synthetic.RecordLaw;

/** Registers for tests. */
final class Registers {

  static final List<RegisterColumn> ALL = List.of(RegisterColumn.values());

  private Registers() {}

  static RegisterSettings of(long seed, long persons, Map<RegisterRatio, Double> ratios) {
    return new RegisterSettings(
        seed,
        persons,
        new RecordLaw.Geometric(2),
        new NamePool(200, 1),
        new NamePool(500, 1),
        2.5,
        ALL,
        ratios,
        3);
  }

  /** The cells of all records in the order of the files, each with the true person last. */
  static List<List<String>> records(Path folder, int files) {
    List<List<String>> records = new ArrayList<>();
    for (int file = 0; file < files; file++) {
      try {
        Files.readAllLines(folder.resolve("register").resolve(RegisterFolder.part(file))).stream()
            .skip(1)
            .map(line -> List.of(line.split(",", -1)))
            .forEach(records::add);
      } catch (IOException fault) {
        throw new UncheckedIOException(fault);
      }
    }
    return records;
  }
}
