package leakcensus.canary;

import java.io.ByteArrayInputStream;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/** A Parquet file in memory. */
final class BytesInput implements InputFile {

  private final byte[] bytes;

  BytesInput(byte[] bytes) {
    this.bytes = bytes;
  }

  @Override
  public long getLength() {
    return bytes.length;
  }

  @Override
  public SeekableInputStream newStream() {
    Positioned stream = new Positioned(bytes);
    return new DelegatingSeekableInputStream(stream) {

      @Override
      public long getPos() {
        return stream.position();
      }

      @Override
      public void seek(long position) {
        stream.moveTo(position);
      }
    };
  }

  private static final class Positioned extends ByteArrayInputStream {

    private Positioned(byte[] bytes) {
      super(bytes);
    }

    private synchronized long position() {
      return pos;
    }

    private synchronized void moveTo(long position) {
      pos = Math.toIntExact(position);
    }
  }
}
