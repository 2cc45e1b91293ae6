package leakcensus.pipeline;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import leakcensus.config.InputException;
import leakcensus.match.MentionPosition;
import leakcensus.match.PairLabels;
import leakcensus.match.ParseLabels;
import leakcensus.spark.read.OpenNamedFile;
import org.apache.hadoop.conf.Configuration;

/** Loads the labels that a configuration names. */
final class LoadLabels {

  private LoadLabels() {}

  /**
   * The labels, if a file is named.
   *
   * @throws InputException if the file is not there, cannot be read, or is no sheet of labels
   */
  static Optional<PairLabels> load(Optional<String> file, Configuration hadoop) {
    return file.map(name -> load(name, hadoop));
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
  private static PairLabels load(String file, Configuration hadoop) {
    try (Reader reader = OpenNamedFile.open(file, hadoop)) {
      return parse(reader);
    } catch (FileNotFoundException fault) {
      throw unreadable("no such file");
    } catch (CharacterCodingException fault) {
      throw unreadable("they are not UTF-8");
    } catch (IOException fault) {
      throw unreadable("%s while reading".formatted(fault.getClass().getSimpleName()));
    } catch (IllegalArgumentException fault) {
      throw unreadable("the name is no path that can be read");
    }
  }

  private static PairLabels parse(Reader reader) throws IOException {
    try {
      return ParseLabels.read(reader);
    } catch (IllegalArgumentException fault) {
      throw new InputException(
          "Cannot read the labels: %s. Check resolve.matching.labels."
              .formatted(fault.getMessage()));
    }
  }

  private static InputException unreadable(String fault) {
    return new InputException(
        InputException.Kind.UNREADABLE,
        "Cannot read the labels: %s. Check resolve.matching.labels, and who may read it."
            .formatted(fault));
  }
}
