package leakcensus.spark.keep;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import leakcensus.pseudonym.BrokenSealException;
import leakcensus.pseudonym.SealKey;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * Small contents that outlive their run, each in a file of one folder that only the holder of the
 * key can read. Modes are 0700 and 0600 where the file system knows modes.
 */
public final class SealedContents {

  private static final FsPermission OWNER_ONLY = new FsPermission((short) 0600);
  private static final FsPermission OWNER_FOLDER = new FsPermission((short) 0700);
  private static final String SEALED = ".sealed";

  private final Path folder;
  private final SealKey key;
  private final FileSystem files;

  /**
   * The contents of a folder, which need not be there yet.
   *
   * @param hadoop settings of the file system
   * @param folder a folder for these contents alone
   * @param key seals and opens them
   * @throws IOException if the file system cannot be reached
   */
  public SealedContents(Configuration hadoop, Path folder, SealKey key) throws IOException {
    this.key = key;
    files = folder.getFileSystem(hadoop);
    files.setWriteChecksum(false);
    this.folder = files.makeQualified(folder);
  }

  /** Whether a content is there. */
  public boolean has(String name) throws IOException {
    return files.exists(sealed(name));
  }

  /** Writes a content under a name, over any earlier one. */
  public void put(String name, byte[] content) throws IOException {
    makeFolder(folder);
    Path unfinished = new Path(folder, "." + name);
    try (FSDataOutputStream out = FileSystem.create(files, unfinished, OWNER_ONLY)) {
      out.write(key.seal(content, place(name)));
    }
    files.delete(sealed(name), false);
    if (!files.rename(unfinished, sealed(name))) {
      throw new IOException("Cannot rename what is kept of " + name);
    }
  }

  /**
   * A content, if it is there.
   *
   * @throws BrokenSealException if another key sealed it, or it was changed
   */
  public Optional<byte[]> get(String name) throws IOException {
    if (!has(name)) {
      return Optional.empty();
    }
    try (FSDataInputStream input = files.open(sealed(name))) {
      return Optional.of(key.open(input.readAllBytes(), place(name)));
    }
  }

  /** Removes a content, if it is there. */
  void remove(String name) throws IOException {
    files.delete(sealed(name), false);
  }

  /** Removes all contents, and whatever else is in the folder. */
  public void delete() throws IOException {
    files.delete(folder, true);
  }

  /** The folder. */
  Path folder() {
    return folder;
  }

  /** Its file system. */
  FileSystem files() {
    return files;
  }

  /** Makes a folder that its owner alone may enter. */
  void makeFolder(Path path) throws IOException {
    files.mkdirs(path, OWNER_FOLDER);
    files.setPermission(path, OWNER_FOLDER);
  }

  private Path sealed(String name) {
    return new Path(folder, name + SEALED);
  }

  private static byte[] place(String name) {
    return name.getBytes(StandardCharsets.UTF_8);
  }
}
