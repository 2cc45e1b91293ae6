package leakcensus.spark.read;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Opens a text file that a setting names, wherever files of sources may lie: a path without a
 * scheme is one of the driver's machine, as it is for them.
 */
public final class OpenNamedFile {

  private OpenNamedFile() {}

  /**
   * The text of a file; reading bytes that are no UTF-8 is a {@link
   * java.nio.charset.CharacterCodingException}.
   *
   * @param name a path from the working directory, or an address with a scheme
   * @param hadoop settings of file systems
   * @throws FileNotFoundException if nothing stands there, or a folder
   * @throws IOException if it is there, and cannot be opened
   * @throws IllegalArgumentException if the name is no path
   */
  public static Reader open(String name, Configuration hadoop) throws IOException {
    Path path = path(name);
    FileSystem system = SampleFileSystem.of(path, hadoop);
    if (system.getFileStatus(path).isDirectory()) {
      throw new FileNotFoundException("a folder");
    }
    try {
      return new InputStreamReader(system.open(path), StandardCharsets.UTF_8.newDecoder());
    } catch (FileNotFoundException fault) {
      // A local file that may not be read: it is there. Without the cause, which quotes the path.
      throw new IOException("cannot be opened");
    }
  }

  private static Path path(String name) {
    return name.contains(":/")
        ? new Path(name)
        : new Path(java.nio.file.Path.of(name).toAbsolutePath().toUri());
  }
}
