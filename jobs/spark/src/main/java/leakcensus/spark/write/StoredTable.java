package leakcensus.spark.write;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A table as it lies in the folder of a run: one file, or a folder of files.
 *
 * @param bytes length of the file, or of all files
 * @param sha256 SHA-256 of the file, or of the names and hashes of all files
 */
record StoredTable(long bytes, String sha256) {

  private static final int BUFFER_BYTES = 1 << 16;

  /** Measures a table. */
  static StoredTable of(FileSystem files, Path path) throws IOException {
    FileStatus status = files.getFileStatus(path);
    if (status.isFile()) {
      return new StoredTable(status.getLen(), sha256(files, path));
    }
    FileStatus[] parts = files.listStatus(path);
    List<String> hashes = new ArrayList<>();
    for (FileStatus part : parts) {
      hashes.add(part.getPath().getName() + " " + sha256(files, part.getPath()));
    }
    return new StoredTable(
        Arrays.stream(parts).mapToLong(FileStatus::getLen).reduce(0, Math::addExact),
        ContentHash.of(hashes.stream().sorted().toList()));
  }

  private static String sha256(FileSystem files, Path file) throws IOException {
    try (FSDataInputStream input = files.open(file)) {
      return digest(input);
    }
  }

  private static String digest(InputStream input) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException fault) {
      throw new IllegalStateException("Cannot find SHA-256 in this Java runtime", fault);
    }
  }
}
