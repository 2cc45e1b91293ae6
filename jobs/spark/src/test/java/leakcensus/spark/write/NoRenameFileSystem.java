package leakcensus.spark.write;

import java.io.IOException;
import org.apache.hadoop.fs.FileUtil;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * The local disk as an object store shows it: a rename copies and then removes, and may stop
 * between the two; there are no modes.
 */
public final class NoRenameFileSystem extends OtherScheme {

  static final String SCHEME = "norename";

  /** Whether renames stop between copying and removing. */
  static volatile boolean stopsHalfWay;

  /** Renames so far. */
  static volatile int renames;

  public NoRenameFileSystem() {
    super(SCHEME);
  }

  @Override
  public boolean rename(Path from, Path to) throws IOException {
    renames++;
    FileUtil.copy(this, from, this, to, false, true, getConf());
    if (stopsHalfWay) {
      throw new IOException("stopped half-way");
    }
    return delete(from, true);
  }

  @Override
  public void setPermission(Path path, FsPermission mode) {}
}
