package leakcensus.spark.read;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import leakcensus.container.SeekableBytes;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** The bytes of a file of Hadoop's, read at any position. */
public final class HadoopBytes implements SeekableBytes, Closeable {

  private final FileSystem system;
  private final Path path;
  private final long size;
  private final FSDataInputStream input;

  private HadoopBytes(FileSystem system, Path path) throws IOException {
    this.system = system;
    this.path = path;
    size = system.getFileStatus(path).getLen();
    input = system.open(path);
  }

  /** Opens a file. */
  public static HadoopBytes open(Path path, Configuration hadoop) throws IOException {
    return new HadoopBytes(SampleFileSystem.of(path, hadoop), path);
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public int readAt(long position, byte[] target, int offset, int length) throws IOException {
    return position >= size ? -1 : input.read(position, target, offset, length);
  }

  @Override
  public InputStream openAt(long position) throws IOException {
    FSDataInputStream stream = system.open(path);
    stream.seek(Math.min(position, size));
    return stream;
  }

  @Override
  public void close() throws IOException {
    input.close();
  }
}
