package leakcensus.container;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of one file, read at any position and as often as needed. */
public interface SeekableBytes {

  /** Length of the file. */
  long size();

  /**
   * Reads some bytes at a position.
   *
   * @param position offset of the first byte
   * @param target where the bytes go
   * @param offset index of the first one in the target
   * @param length most bytes to read
   * @return how many were read, at least 1, or -1 at or behind the end of the file
   * @throws IOException if the file cannot be read; never because of what it holds
   */
  int readAt(long position, byte[] target, int offset, int length) throws IOException;

  /**
   * A new stream over the bytes from a position on; several may be open.
   *
   * @throws IOException if the file cannot be opened
   */
  InputStream openAt(long position) throws IOException;
}
