package leakcensus.canary;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import leakcensus.testing.ClassJar;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.RawLocalFileSystem;

/**
 * Local files that cannot be read beyond a point, with faults that quote path and content, as those
 * of some file systems do.
 */
public final class BreakingFileSystem extends RawLocalFileSystem {

  private static final int READABLE_BYTES = 1 << 19;
  private static final URI ROOT = URI.create("breaking:///");

  /** A jar that holds this file system and nothing else. */
  static Path jar(Path file) throws IOException {
    return ClassJar.write(file, BreakingFileSystem.class);
  }

  @Override
  public URI getUri() {
    return ROOT;
  }

  /** Without permissions, which local files alone can tell. */
  @Override
  public FileStatus getFileStatus(org.apache.hadoop.fs.Path file) throws IOException {
    FileStatus found = super.getFileStatus(file);
    return new FileStatus(found.getLen(), found.isDirectory(), 1, 1, 0, found.getPath());
  }

  @Override
  public FSDataInputStream open(org.apache.hadoop.fs.Path file, int bufferBytes)
      throws IOException {
    return new FSDataInputStream(new BreakingStream(file, super.open(file, bufferBytes)));
  }

  /** The content of one file. */
  private static final class BreakingStream extends FSInputStream {

    private final org.apache.hadoop.fs.Path file;
    private final FSDataInputStream content;
    private int readable = READABLE_BYTES;

    private BreakingStream(org.apache.hadoop.fs.Path file, FSDataInputStream content) {
      this.file = file;
      this.content = content;
    }

    @Override
    public int read() throws IOException {
      return content.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = content.read(bytes, offset, length);
      readable -= read;
      if (readable < 0) {
        String text = new String(bytes, offset, read, StandardCharsets.UTF_8);
        throw new IOException("Checksum error: %s at %d: %s".formatted(file, getPos(), text));
      }
      return read;
    }

    @Override
    public void seek(long position) throws IOException {
      content.seek(position);
    }

    @Override
    public long getPos() throws IOException {
      return content.getPos();
    }

    @Override
    public boolean seekToNewSource(long position) {
      return false;
    }

    @Override
    public void close() throws IOException {
      content.close();
    }
  }
}
