package leakcensus.spark.read;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * Finds what a text names: a file, a folder (all files below it, whatever their names), or a
 * pattern. What exists under the very name is taken as that, so {@code a[1].csv} is a file before
 * it is a pattern.
 */
public final class FindFiles {

  private final Configuration hadoop;

  /** Finds through file systems of this configuration. */
  public FindFiles(Configuration hadoop) {
    this.hadoop = hadoop;
  }

  /**
   * Path of each file, with what the look at it has told.
   *
   * @throws IOException if a folder cannot be listed
   * @throws IllegalArgumentException if the text is no path
   */
  public SortedMap<String, FileStamp> find(String text) throws IOException {
    Path path = path(text);
    FileSystem system = SampleFileSystem.of(path, hadoop);
    SortedMap<String, FileStamp> found = new TreeMap<>();
    for (FileStatus match : matches(system, path)) {
      addAll(system, match, found);
    }
    return found;
  }

  /**
   * Whether a text is the very name of a folder.
   *
   * @throws UncheckedIOException if the file system cannot tell
   * @throws IllegalArgumentException if the text is no path
   */
  boolean isFolder(String text) {
    Path path = path(text);
    try {
      return SampleFileSystem.of(path, hadoop).getFileStatus(path).isDirectory();
    } catch (FileNotFoundException fault) {
      return false;
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private static Path path(String text) {
    return new Path(text.contains(":/") ? text : escaped(text));
  }

  /** A local path may hold a colon, which would read as a scheme. */
  private static String escaped(String text) {
    return text.startsWith("/") ? "file:" + text : text;
  }

  private static List<FileStatus> matches(FileSystem system, Path path) throws IOException {
    try {
      return List.of(system.getFileStatus(path));
    } catch (FileNotFoundException fault) {
      FileStatus[] matches = system.globStatus(path);
      return matches == null ? List.of() : List.of(matches);
    }
  }

  private static void addAll(
      FileSystem system, FileStatus match, SortedMap<String, FileStamp> found) throws IOException {
    if (match.isFile()) {
      found.put(match.getPath().toString(), stamp(match));
      return;
    }
    RemoteIterator<LocatedFileStatus> below = system.listFiles(match.getPath(), true);
    while (below.hasNext()) {
      LocatedFileStatus file = below.next();
      found.put(file.getPath().toString(), stamp(file));
    }
  }

  private static FileStamp stamp(FileStatus file) {
    return new FileStamp(file.getLen(), file.getModificationTime());
  }
}
