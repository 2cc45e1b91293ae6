package leakcensus.spark.synthesise;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.fs.ChecksumFileSystem;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.util.SerializableConfiguration;

/**
 * The folder of a leak. A file appears under its name when it is complete; until then it bears the
 * number of the task attempt that writes it, so that attempts never meet.
 */
final class LeakFolder implements Serializable {

  private static final String UNFINISHED = ".unfinished";
  private static final long serialVersionUID = 1;

  private final String folder;
  private final SerializableConfiguration configuration;

  LeakFolder(String folder, SerializableConfiguration configuration) {
    this.folder = folder;
    this.configuration = configuration;
  }

  SerializableConfiguration configuration() {
    return configuration;
  }

  void requireEmpty() throws IOException {
    Path path = new Path(folder);
    if (files().exists(path) && files().listStatus(path).length > 0) {
      throw new IllegalArgumentException(
          "Cannot write a synthetic leak: its folder is not empty. Name a new one.");
    }
  }

  FSDataOutputStream create(String name, long attempt) throws IOException {
    return files().create(unfinished(name, attempt), true);
  }

  /**
   * Puts a finished file in its place; one that an earlier attempt left there has the same bytes.
   */
  void commit(String name, long attempt) throws IOException {
    Path from = unfinished(name, attempt);
    Path to = new Path(folder, name);
    if (files().rename(from, to)) {
      return;
    }

    files().delete(to, false);
    if (!files().rename(from, to)) {
      throw new IOException("Cannot rename a finished file of the synthetic leak: " + name);
    }
  }

  void write(String name, String text) throws IOException {
    try (OutputStream file = create(name, 0)) {
      file.write(text.getBytes(StandardCharsets.UTF_8));
    }
    commit(name, 0);
  }

  /** Deletes what lost attempts left. */
  void sweep(String source) throws IOException {
    for (FileStatus file : files().listStatus(new Path(folder, source))) {
      if (file.getPath().getName().endsWith(UNFINISHED)) {
        files().delete(file.getPath(), false);
      }
    }
  }

  private Path unfinished(String name, long attempt) {
    Path target = new Path(folder, name);
    return new Path(target.getParent(), "." + target.getName() + "." + attempt + UNFINISHED);
  }

  /** Without the checksum files that a local folder would get beside every file. */
  private FileSystem files() throws IOException {
    FileSystem files = new Path(folder).getFileSystem(configuration.value());
    return files instanceof ChecksumFileSystem checked ? checked.getRawFileSystem() : files;
  }
}
