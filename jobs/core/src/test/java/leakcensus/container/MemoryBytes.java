package leakcensus.container;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** A file in memory. */
record MemoryBytes(byte[] bytes) implements SeekableBytes {

  @Override
  public long size() {
    return bytes.length;
  }

  @Override
  public int readAt(long position, byte[] target, int offset, int length) {
    if (position >= bytes.length) {
      return -1;
    }
    int given = (int) Math.min(length, bytes.length - position);
    System.arraycopy(bytes, (int) position, target, offset, given);
    return given;
  }

  @Override
  public InputStream openAt(long position) {
    return new ByteArrayInputStream(bytes, (int) position, bytes.length);
  }
}
