package leakcensus.spark.read;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import leakcensus.config.InputException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/** Tells whether a sample is still the same: where its files lie, how long and how old they are. */
public final class StampFiles {

  private final Configuration hadoop;

  /** Stamps through file systems of this configuration. */
  public StampFiles(Configuration hadoop) {
    this.hadoop = hadoop;
  }

  /**
   * Makes sure that no file has changed since it was listed. What was read of one that has may be
   * neither the old content nor the new.
   *
   * @throws InputException if one has changed, or is gone
   */
  public void requireUnchanged(InputFiles files) {
    for (InputFile file : files.files()) {
      FileStatus status = status(file);
      if (status.getLen() != file.bytes() || status.getModificationTime() != file.modified()) {
        throw new InputException(
            InputException.Kind.UNREADABLE,
            "Cannot trust what was read of file %d: it was changed during the run. Start again when nobody writes to it."
                .formatted(file.id()));
      }
    }
  }

  /** One text for all files, a line each. It holds their paths, so it must not leave the driver. */
  public static String stamp(InputFiles files) {
    StringBuilder lines = new StringBuilder();
    for (InputFile file : files.files()) {
      lines.append(file.source()).append(' ').append(file.location()).append(' ');
      lines.append(file.bytes()).append(' ').append(file.modified()).append('\n');
    }
    return lines.toString();
  }

  /**
   * SHA-256 of source, length and time of change of each file, in hexadecimal digits; it does not
   * depend on paths, which could be guessed from it, nor on the order of the files.
   */
  public static String fingerprint(InputFiles files) {
    List<String> lines = new ArrayList<>();
    for (InputFile file : files.files()) {
      lines.add("%d %d %d%n".formatted(file.source(), file.bytes(), file.modified()));
    }
    Collections.sort(lines);
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      lines.forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException fault) {
      throw new IllegalStateException("Cannot find SHA-256 in this Java runtime", fault);
    }
  }

  private FileStatus status(InputFile file) {
    Path path = new Path(file.path());
    try {
      return SampleFileSystem.of(path, hadoop).getFileStatus(path);
    } catch (IOException fault) {
      throw new InputException(
          InputException.Kind.UNREADABLE,
          "Cannot look at file %d: %s. Was it removed during the run?"
              .formatted(file.id(), fault.getClass().getSimpleName()));
    }
  }
}
