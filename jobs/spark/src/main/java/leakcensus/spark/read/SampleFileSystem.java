package leakcensus.spark.read;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumFileSystem;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;

/** Reaches the file systems of a sample without a trace of paths or content in logs. */
public final class SampleFileSystem {

  /** Their log lines quote paths, bytes of a file that fails a check, and texts of footers. */
  private static final List<String> QUOTING_LIBRARIES =
      List.of(
          "org.apache.hadoop.fs",
          "org.apache.hadoop.hdfs",
          "org.apache.hadoop.io",
          "org.apache.parquet");

  static {
    QUOTING_LIBRARIES.forEach(library -> Configurator.setLevel(library, Level.OFF));
  }

  private SampleFileSystem() {}

  /** The file system of a path. */
  public static FileSystem of(Path path, Configuration hadoop) throws IOException {
    FileSystem system = path.getFileSystem(hadoop);
    if (system instanceof ChecksumFileSystem local) {
      // It would hold a file against a checksum file beside it, and move away what differs.
      local.setVerifyChecksum(false);
    }
    return system;
  }
}
