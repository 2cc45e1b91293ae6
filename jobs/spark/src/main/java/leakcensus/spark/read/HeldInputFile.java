package leakcensus.spark.read;

import java.io.IOException;
import java.io.InputStream;
import leakcensus.container.SeekableBytes;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/** A Parquet file whose bytes are in memory. */
public final class HeldInputFile implements InputFile {

  private final SeekableBytes bytes;

  /** A file over these bytes. */
  public HeldInputFile(SeekableBytes bytes) {
    this.bytes = bytes;
  }

  @Override
  public long getLength() {
    return bytes.size();
  }

  @Override
  public SeekableInputStream newStream() {
    PositionedStream stream = new PositionedStream(bytes);
    return new DelegatingSeekableInputStream(stream) {
      @Override
      public long getPos() {
        return stream.position;
      }

      @Override
      public void seek(long position) {
        stream.position = position;
      }
    };
  }

  private static final class PositionedStream extends InputStream {

    private final SeekableBytes bytes;
    private long position;

    PositionedStream(SeekableBytes bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      int read = bytes.readAt(position, target, offset, length);
      position += Math.max(read, 0);
      return read;
    }
  }
}
