package leakcensus.spark.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * The disk of this machine, with modes set by Java. Without its native library Hadoop starts a
 * process for each mode, three for each file: a second of a run. It writes no checksums beside the
 * files; the manifest has better ones.
 */
public final class ShellFreeFileSystem extends LocalFileSystem {

  private static final String IMPLEMENTATION = "fs.file.impl";

  /** For Hadoop, which makes it by its name. */
  public ShellFreeFileSystem() {
    super(new SetsModesByJava());
    setWriteChecksum(false);
  }

  /** Settings by which Hadoop takes this one for the disk, unless they name another. */
  static Configuration in(Configuration hadoop) {
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
      PosixFileAttributeView file =
          Files.getFileAttributeView(pathToFile(path).toPath(), PosixFileAttributeView.class);
      // Java has no name for the sticky bit, and other systems have none for modes.
      if (file == null || mode.getStickyBit()) {
        super.setPermission(path, mode);
      } else {
        file.setPermissions(PosixFilePermissions.fromString(mode.toString()));
      }
    }
  }
}
