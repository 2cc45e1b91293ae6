package leakcensus.spark.write;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * Small texts of an output folder. Readers see the old content of one or the new, never a part.
 *
 * <p>Where the file system renames in one step, a text is written beside its place and renamed over
 * it. Object stores copy instead of renaming, but show a new object only when it is closed; there a
 * text is written in its place.
 */
public final class OutputFiles {

  /** Modes that let its owner alone read a file. */
  static final FsPermission OWNER_ONLY = new FsPermission((short) 0600);

  /** Stores whose clients for Hadoop copy objects where a file system would rename. */
  private static final Set<String> OBJECT_STORES =
      Set.of("s3", "s3a", "s3n", "gs", "oss", "obs", "cosn", "wasb", "wasbs", "swift", "tos");

  private final Configuration hadoop;
  private final FileSystem files;
  private final Path output;
  private final boolean renames;

  /**
   * The files of an output folder.
   *
   * @param hadoop settings of the file system
   * @param output the folder; it need not be there
   * @param renames whether its file system renames in one step; empty to go by its scheme
   * @throws IOException if the file system cannot be reached
   */
  public OutputFiles(Configuration hadoop, String output, Optional<Boolean> renames)
      throws IOException {
    this.hadoop = ShellFreeFileSystem.settings(hadoop);
    Path root = new Path(output);
    files = root.getFileSystem(this.hadoop);
    files.setWriteChecksum(false);
    // Tables of many rows are written by Spark, through the file system that all share.
    root.getFileSystem(hadoop).setWriteChecksum(false);
    this.output = files.makeQualified(root);
    String scheme = this.output.toUri().getScheme().toLowerCase(Locale.ROOT);
    this.renames = renames.orElse(!OBJECT_STORES.contains(scheme));
  }

  /** The folder. */
  Path output() {
    return output;
  }

  /** Settings by which Hadoop finds its file system. */
  Configuration hadoop() {
    return hadoop;
  }

  /** Its file system. */
  FileSystem files() {
    return files;
  }

  /** Whether it renames in one step. */
  boolean renames() {
    return renames;
  }

  /** Whether it is a disk of this machine. */
  boolean isLocal() {
    return "file".equals(output.toUri().getScheme());
  }

  /** A text, if it is there. */
  Optional<String> read(Path file) throws IOException {
    try (FSDataInputStream input = files.open(file)) {
      return Optional.of(new String(input.readAllBytes(), StandardCharsets.UTF_8));
    } catch (FileNotFoundException none) {
      return Optional.empty();
    }
  }

  /**
   * Writes a text, over any earlier one.
   *
   * @param file where
   * @param text what
   * @param writer id of the run that writes it, so that two runs do not write one unfinished file
   */
  void publish(Path file, String text, String writer) throws IOException {
    publish(
        file,
        text,
        writer,
        FsPermission.getFileDefault().applyUMask(FsPermission.getUMask(hadoop)));
  }

  /** The same with a mode, where the file system knows modes. */
  void publish(Path file, String text, String writer, FsPermission mode) throws IOException {
    if (!renames) {
      write(file, text, mode);
      return;
    }
    Path unfinished = unfinished(file, writer);
    try {
      write(unfinished, text, mode);
    } catch (IOException fault) {
      remove(unfinished, fault);
      throw fault;
    }
    try {
      FileContext.getFileContext(file.toUri(), hadoop)
          .rename(unfinished, file, Options.Rename.OVERWRITE);
    } catch (UnsupportedFileSystemException noSuchContext) {
      // A file system of which nothing is known but that it is no object store.
      write(file, text, mode);
      files.delete(unfinished, false);
    }
  }

  /**
   * Writes a text whose writer may not learn whether it has arrived: where the file system throws,
   * what lies there decides.
   *
   * @throws IOException if the text is not there
   */
  void publishOnce(Path file, String text, String writer) throws IOException {
    try {
      publish(file, text, writer);
    } catch (IOException unknown) {
      if (!text.equals(read(file).orElse(""))) {
        throw unknown;
      }
    }
  }

  /** Where a text lies until it is whole. */
  static Path unfinished(Path file, String writer) {
    return new Path(file.getParent(), "." + file.getName() + "." + writer);
  }

  private void write(Path file, String text, FsPermission mode) throws IOException {
    try (FSDataOutputStream out = files.create(file, true)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (FSError fault) {
      // What Hadoop makes of a fault of a local disk, such as one that is full.
      throw new IOException(fault);
    }
    files.setPermission(file, mode);
  }

  /** Half a text would take space where there may be none. */
  private void remove(Path unfinished, IOException fault) {
    try {
      files.delete(unfinished, false);
    } catch (IOException second) {
      fault.addSuppressed(second);
    }
  }
}
