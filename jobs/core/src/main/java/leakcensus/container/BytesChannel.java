package leakcensus.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** A file as the channel that readers of archives ask for, read in aligned blocks. */
final class BytesChannel implements SeekableByteChannel {

  private static final int BLOCK_BYTES = 1 << 16;

  private final SeekableBytes file;
  private final byte[] block = new byte[BLOCK_BYTES];
  private long blockStart;
  private int blockLength;
  private long position;
  private long allowedBytes = Long.MAX_VALUE;
  private boolean closed;

  BytesChannel(SeekableBytes file) {
    this.file = file;
  }

  /**
   * Lets a reader take so many bytes more and then breaks with {@link EntryFault#HEADER_TOO_LONG}.
   */
  void allow(long bytes) {
    allowedBytes = bytes;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    if (closed) {
      throw new ClosedChannelException();
    }
    if (!target.hasRemaining()) {
      return 0;
    }
    if (position >= file.size()) {
      return -1;
    }
    if (position < blockStart || position >= blockStart + blockLength) {
      load();
    }
    int start = (int) (position - blockStart);
    int given = Math.min(target.remaining(), blockLength - start);
    allowedBytes -= given;
    if (allowedBytes < 0) {
      throw new BrokenPartException(EntryFault.HEADER_TOO_LONG);
    }
    target.put(block, start, given);
    position += given;
    return given;
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public SeekableByteChannel position(long newPosition) throws IOException {
    if (newPosition < 0) {
      throw new BrokenPartException(EntryFault.CORRUPT);
    }
    position = newPosition;
    return this;
  }

  @Override
  public long size() {
    return file.size();
  }

  @Override
  public boolean isOpen() {
    return !closed;
  }

  @Override
  public void close() {
    closed = true;
  }

  @Override
  public int write(ByteBuffer source) {
    throw new NonWritableChannelException();
  }

  @Override
  public SeekableByteChannel truncate(long size) {
    throw new NonWritableChannelException();
  }

  private void load() throws IOException {
    blockStart = position - position % BLOCK_BYTES;
    blockLength = 0;
    int wanted = (int) Math.min(BLOCK_BYTES, file.size() - blockStart);
    while (blockLength < wanted) {
      int read = file.readAt(blockStart + blockLength, block, blockLength, wanted - blockLength);
      if (read < 0) {
        throw new IOException("Cannot read a file: it ends before its length");
      }
      blockLength += read;
    }
  }
}
