package leakcensus.container;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import leakcensus.container.BzipBlocks.Block;
import leakcensus.container.BzipMarks.Mark;

/**
 * The text of a bzip2 file from a block on, over the ends of streams. For files that a {@link
 * BzipIndex} has found sound; memory is that of one block and its text.
 */
public final class BzipText extends InputStream {

  private final SeekableBytes file;
  private final BzipBlocks blocks;
  private final Closeable below;
  private long bit;
  private byte[] text = new byte[0];
  private int next;
  private boolean ended;

  /**
   * The text from a block on.
   *
   * @param file the file
   * @param bit the first bit of the block
   * @param below what to close at last
   */
  public BzipText(SeekableBytes file, long bit, Closeable below) {
    this.file = file;
    this.bit = bit;
    this.below = below;
    blocks = new BzipBlocks(file, bit / Byte.SIZE);
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
    while (next == text.length) {
      if (ended || !load()) {
        return -1;
      }
    }
    int given = Math.min(length, text.length - next);
    System.arraycopy(text, next, target, offset, given);
    next += given;
    return given;
  }

  @Override
  public void close() throws IOException {
    below.close();
  }

  /** Decodes the block at the next bit; whether there is one. */
  private boolean load() throws IOException {
    Optional<Mark> mark = blocks.next(bit + 1);
    while (mark.isPresent() && mark.get().bit() < bit) {
      mark = blocks.next(bit + 1);
    }
    if (mark.isEmpty() || mark.get().bit() != bit) {
      throw changed();
    }
    if (mark.get().isBlock()) {
      Block block = blocks.block(mark.get()).orElseThrow(BzipText::changed);
      text = block.text();
      next = 0;
      bit = block.endBit();
      return true;
    }
    bit = BzipBits.behindEnd(file, bit);
    if (bit < 0) {
      throw changed();
    }
    ended = bit == file.size() * Byte.SIZE;
    return !ended;
  }

  private static IOException changed() {
    return new IOException("Cannot decode a bzip2 file: it is not what it was when indexed");
  }
}
