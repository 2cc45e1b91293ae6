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
   * When each file was last changed, in milliseconds since 1970, in their order.
   *
   * @throws InputException if a file is gone, or no longer as long as it was when it was listed:
   *     its length is older than this look at it
   */
  public List<Long> modified(InputFiles files) {
    return files.files().stream()
        .map(
            file -> {
              FileStatus status = status(file);
              requireLength(file, status);
              return status.getModificationTime();
            })
        .toList();
  }

  /**
   * Makes sure that no file has changed since it was looked at. What was read of one that has may
   * be neither the old content nor the new.
   *
   * @param files the files
   * @param before what {@link #modified(InputFiles)} said of them
   * @throws InputException if one has changed, or is gone
   */
  public void requireUnchanged(InputFiles files, List<Long> before) {
    for (int i = 0; i < files.files().size(); i++) {
      InputFile file = files.files().get(i);
      FileStatus status = status(file);
      requireLength(file, status);
      if (status.getModificationTime() != before.get(i)) {
        throw changed(file);
      }
    }
  }

  /**
   * One text for all files, a line each. It holds their paths, so it must not leave the driver.
   *
   * @param files the files
   * @param modified what {@link #modified(InputFiles)} said of them
   */
  public static String stamp(InputFiles files, List<Long> modified) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < modified.size(); i++) {
      InputFile file = files.files().get(i);
      lines.append(file.source()).append(' ').append(file.location()).append(' ');
      lines.append(file.bytes()).append(' ').append(modified.get(i)).append('\n');
    }
    return lines.toString();
  }

  /**
   * SHA-256 of source, length and time of change of each file, in hexadecimal digits; it does not
   * depend on paths, which could be guessed from it, nor on the order of the files.
   *
   * @param files the files
   * @param modified what {@link #modified(InputFiles)} said of them
   */
  public static String fingerprint(InputFiles files, List<Long> modified) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < modified.size(); i++) {
      InputFile file = files.files().get(i);
      lines.add("%d %d %d%n".formatted(file.source(), file.bytes(), modified.get(i)));
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

  /**
   * When a file was last changed, in milliseconds since 1970.
   *
   * @throws InputException if it is gone
   */
  public long modified(InputFile file) {
    return status(file).getModificationTime();
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

  private static void requireLength(InputFile file, FileStatus status) {
    if (status.getLen() != file.bytes()) {
      throw changed(file);
    }
  }

  private static InputException changed(InputFile file) {
    return new InputException(
        InputException.Kind.UNREADABLE,
        "Cannot trust what was read of file %d: it was changed during the run. Start again when nobody writes to it."
            .formatted(file.id()));
  }
}
