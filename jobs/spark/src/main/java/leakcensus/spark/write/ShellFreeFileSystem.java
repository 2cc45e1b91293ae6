package leakcensus.spark.write;

import java.io.IOException;
import java.nio.file.Files;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * The disk of this machine, with modes set by Java. Without its native library Hadoop starts a
 * process for each mode, two or three for each file. It writes no checksums beside the files; the
 * manifest has better ones.
 */
public final class ShellFreeFileSystem extends LocalFileSystem {

  private static final String IMPLEMENTATION = "fs.file.impl";
  private static final String UNIX = "unix";
  private static final String MODE = "unix:mode";

  /** Of a folder: what is made in it belongs to its group. They stay, as chmod lets them stay. */
  private static final int SET_IDS = 06000;

  /** For Hadoop, which makes it by its name. */
  public ShellFreeFileSystem() {
    super(new SetsModesByJava());
    setWriteChecksum(false);
  }

  /** Settings by which Hadoop takes this one for the disk, unless they name another. */
  static Configuration settings(Configuration hadoop) {
    if (hadoop.get(IMPLEMENTATION) != null) {
      return hadoop;
    }
    Configuration own = new Configuration(hadoop);
    own.setClass(IMPLEMENTATION, ShellFreeFileSystem.class, FileSystem.class);
    // Spark has put Hadoop's own there.
    own.setBoolean(IMPLEMENTATION + ".disable.cache", true);
    return own;
  }

  /** What lies below the checksums. */
  private static final class SetsModesByJava extends RawLocalFileSystem {

    @Override
    public void setPermission(Path path, FsPermission mode) throws IOException {
      java.nio.file.Path file = pathToFile(path).toPath();
      if (!file.getFileSystem().supportedFileAttributeViews().contains(UNIX)) {
        super.setPermission(path, mode);
        return;
      }
      int kept = Files.isDirectory(file) ? (int) Files.getAttribute(file, MODE) & SET_IDS : 0;
      Files.setAttribute(file, MODE, mode.toShort() | kept);
    }
  }
}
