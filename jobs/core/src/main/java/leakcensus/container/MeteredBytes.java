package leakcensus.container;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * A file that counts what is read of it and remembers how it failed, since decoders reword or
 * swallow failures: a disk that fails must not pass for a damaged archive.
 */
final class MeteredBytes implements SeekableBytes, Below {

  private final SeekableBytes file;
  private long bytesRead;
  private Optional<IOException> failure = Optional.empty();

  MeteredBytes(SeekableBytes file) {
    this.file = file;
  }

  @Override
  public long size() {
    return file.size();
  }

  @Override
  public int readAt(long position, byte[] target, int offset, int length) throws IOException {
    try {
      return count(file.readAt(position, target, offset, length));
    } catch (IOException fault) {
      throw remember(fault);
    }
  }

  @Override
  public InputStream openAt(long position) throws IOException {
    try {
      return new MeteredStream(file.openAt(position));
    } catch (IOException fault) {
      throw remember(fault);
    }
  }

  /** How much has been read so far; bytes that are read twice count twice. */
  @Override
  public long bytesIn() {
    return bytesRead;
  }

  @Override
  public boolean ended() {
    return false;
  }

  @Override
  public Optional<IOException> failure() {
    return failure;
  }

  private int count(int read) {
    bytesRead += Math.max(read, 0);
    return read;
  }

  private IOException remember(IOException fault) {
    failure = Optional.of(fault);
    return fault;
  }

  private final class MeteredStream extends FilterInputStream {

    MeteredStream(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      try {
        return count(in.read(target, offset, length));
      } catch (IOException fault) {
        throw remember(fault);
      }
    }

    @Override
    public long skip(long bytes) throws IOException {
      try {
        return in.skip(bytes);
      } catch (IOException fault) {
        throw remember(fault);
      }
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }
}
