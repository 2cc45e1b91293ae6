package leakcensus.pipeline;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import leakcensus.config.InputException;
import leakcensus.match.MentionPosition;
import leakcensus.match.PairLabels;
import leakcensus.match.ParseLabels;

/** Loads the labels that a configuration names. */
final class LoadLabels {

  private LoadLabels() {}

  /** The labels, if a file is named. */
  static Optional<PairLabels> load(Optional<String> file) {
    return file.map(LoadLabels::load);
  }

  /**
   * Checks that labels are of this input.
   *
   * @throws InputException if they name a file that is not among the first so many
   */
  static void requireKnownFiles(PairLabels labels, int files) {
    int largest = labels.positions().stream().mapToInt(MentionPosition::fileId).max().orElse(0);
    if (largest >= files) {
      throw new InputException(
          "Unknown file %d in the labels: this input has files 0 to %d. Labels belong to the files they were made from; check resolve.matching.labels."
              .formatted(largest, files - 1));
    }
  }

  /** Without the cause, which may quote path or cell. */
  private static PairLabels load(String file) {
    try (Reader reader = Files.newBufferedReader(Path.of(file))) {
      return ParseLabels.read(reader);
    } catch (IOException | InvalidPathException fault) {
      throw new InputException(
          "Cannot read the labels: %s. Check resolve.matching.labels."
              .formatted(fault.getClass().getSimpleName()));
    } catch (IllegalArgumentException fault) {
      throw new InputException(
          "Cannot read the labels: %s. Check resolve.matching.labels."
              .formatted(fault.getMessage()));
    }
  }
}
