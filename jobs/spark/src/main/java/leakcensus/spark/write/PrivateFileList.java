package leakcensus.spark.write;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import leakcensus.config.InputException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The list of file ids and paths that a run leaves for its owner alone, before it reads the files:
 * so that a run that is refused can be looked into as well.
 */
public final class PrivateFileList {

  /** Name of the list, behind the id of the run. */
  public static final String NAME = "files.tsv";

  /** Folder of the lists, under the output. */
  static final String FOLDER = "private";

  private PrivateFileList() {}

  /**
   * Lines of file id, source and path, separated by tabs.
   *
   * @param folder folder of a run, finished or not, or its output folder for the newest run
   * @throws InputException if there is no list, or it may not be read
   */
  public static String read(String folder, Configuration hadoop) {
    try {
      Path path = new Path(folder);
      FileSystem files = path.getFileSystem(hadoop);
      try (FSDataInputStream input = files.open(list(files, files.makeQualified(path)))) {
        return new String(input.readAllBytes(), StandardCharsets.UTF_8);
      }
    } catch (IOException | IllegalArgumentException fault) {
      throw new InputException(
          InputException.Kind.UNREADABLE,
          "Cannot read the list of files: %s. Check --run; only the owner of the run can read it."
              .formatted(fault.getClass().getSimpleName()));
    }
  }

  private static Path list(FileSystem files, Path folder) throws IOException {
    Path lists = new Path(folder, FOLDER);
    if (!files.exists(lists)
        && folder.getParent() != null
        && folder.getParent().getParent() != null) {
      Path output = folder.getParent().getParent();
      return new Path(new Path(output, FOLDER), folder.getName() + "." + NAME);
    }
    // Ids of runs begin with their time.
    return Arrays.stream(files.listStatus(lists))
        .map(FileStatus::getPath)
        .filter(list -> list.getName().endsWith("." + NAME))
        .max(Comparator.comparing(Path::getName))
        .orElseThrow(() -> new FileNotFoundException("no list"));
  }
}
