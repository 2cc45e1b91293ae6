package leakcensus.spark.write;

import java.io.IOException;
import leakcensus.config.InputException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/** Looks whether all that a run has written is encrypted, by what lies in its folder. */
final class RequireEncrypted {

  private RequireEncrypted() {}

  /**
   * Looks at each file of a folder and of the folders in it.
   *
   * @throws InputException if one is no encrypted Parquet file; its name is not told, since a name
   *     that no part of this program has chosen can hold a value
   */
  static void below(FileSystem files, Path folder) throws IOException {
    long inClear = 0;
    RemoteIterator<LocatedFileStatus> found = files.listFiles(folder, true);
    while (found.hasNext()) {
      inClear += TableCipher.isEncrypted(files, found.next().getPath()) ? 0 : 1;
    }
    if (inClear > 0) {
      throw new InputException(
          InputException.Kind.PRIVACY,
          "Cannot publish the run: %,d of its files are not encrypted, though output.encryption.key is set. Nothing is published; report this fault."
              .formatted(inClear));
    }
  }
}
