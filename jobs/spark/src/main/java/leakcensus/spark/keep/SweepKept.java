package leakcensus.spark.keep;

import java.io.IOException;
import java.time.Instant;
import java.util.function.Predicate;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Removes what runs have kept that serves no more. */
public final class SweepKept {

  private SweepKept() {}

  /**
   * Removes folders that were not changed since a time.
   *
   * @param folder where runs keep what they keep; it need not be there
   * @param prefix how the names of the folders begin
   * @param spared name of one that stays, however old it is
   * @param since folders changed later stay
   * @throws IOException if the folder cannot be listed, or one of its own not be removed
   */
  public static void sweep(
      Configuration hadoop, Path folder, String prefix, String spared, Instant since)
      throws IOException {
    FileSystem files = folder.getFileSystem(hadoop);
    if (!files.exists(folder)) {
      return;
    }
    for (FileStatus found : files.listStatus(folder)) {
      String name = found.getPath().getName();
      boolean old = found.getModificationTime() < since.toEpochMilli();
      if (old && name.startsWith(prefix) && !name.equals(spared)) {
        files.delete(found.getPath(), true);
      }
    }
  }

  /**
   * Removes folders of runs that are gone, or never came to their end.
   *
   * @param folder where runs keep what they keep; it need not be there
   * @param prefix how the names of the folders begin, before the id of their run
   * @param isRun whether there is a committed run of an id
   * @throws IOException if the folder cannot be listed, or one of its own not be removed
   */
  public static void sweepOrphans(
      Configuration hadoop, Path folder, String prefix, Predicate<String> isRun)
      throws IOException {
    FileSystem files = folder.getFileSystem(hadoop);
    if (!files.exists(folder)) {
      return;
    }
    for (FileStatus found : files.listStatus(folder)) {
      String name = found.getPath().getName();
      if (name.startsWith(prefix) && !isRun.test(name.substring(prefix.length()))) {
        files.delete(found.getPath(), true);
      }
    }
  }
}
