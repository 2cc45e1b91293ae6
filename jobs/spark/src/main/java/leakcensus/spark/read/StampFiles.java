package leakcensus.spark.read;

import java.io.IOException;
import leakcensus.config.InputException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** Tells whether a sample is still the same: where its files lie, how long and how old they are. */
public final class StampFiles {

  private final Configuration hadoop;

  /** Stamps through file systems of this configuration. */
  public StampFiles(Configuration hadoop) {
    this.hadoop = hadoop;
  }

  /**
   * One text for all files, a line each. It holds their paths, so it must not leave the driver.
   *
   * @throws InputException if a file is gone
   */
  public String stamp(InputFiles files) {
    StringBuilder lines = new StringBuilder();
    for (InputFile file : files.files()) {
      lines.append(file.source()).append(' ').append(file.location()).append(' ');
      lines.append(file.bytes()).append(' ').append(modified(file)).append('\n');
    }
    return lines.toString();
  }

  /**
   * When a file was last changed, in milliseconds since 1970.
   *
   * @throws InputException if it is gone
   */
  public long modified(InputFile file) {
    Path path = new Path(file.path());
    try {
      return SampleFileSystem.of(path, hadoop).getFileStatus(path).getModificationTime();
    } catch (IOException fault) {
      throw new InputException(
          InputException.Kind.UNREADABLE,
          "Cannot look at file %d: %s. Was it removed during the run?"
              .formatted(file.id(), fault.getClass().getSimpleName()));
    }
  }
}
