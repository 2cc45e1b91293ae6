package leakcensus.spark.write;

import java.io.IOException;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.util.Progressable;

/** The local disk behind a network that breaks when a file of a name is made or closed. */
public final class UncertainFileSystem extends OtherScheme {

  /** When the network breaks. */
  enum Break {
    NEVER,
    BEFORE,
    AFTER
  }

  static final String SCHEME = "uncertain";

  static volatile Break when = Break.NEVER;
  static volatile String name = "";

  public UncertainFileSystem() {
    super(SCHEME);
  }

  @Override
  public FSDataOutputStream create(
      Path path,
      boolean overwrite,
      int bufferBytes,
      short replication,
      long blockBytes,
      Progressable progress)
      throws IOException {
    boolean meant = path.getName().equals(name);
    if (meant && when == Break.BEFORE) {
      throw new IOException("the network broke before");
    }
    FSDataOutputStream out =
        super.create(path, overwrite, bufferBytes, replication, blockBytes, progress);
    return meant && when == Break.AFTER ? new BreaksBehind(out) : out;
  }

  private static final class BreaksBehind extends FSDataOutputStream {

    BreaksBehind(FSDataOutputStream out) throws IOException {
      super(out, null);
    }

    @Override
    public void close() throws IOException {
      super.close();
      throw new IOException("the network broke behind");
    }
  }
}
