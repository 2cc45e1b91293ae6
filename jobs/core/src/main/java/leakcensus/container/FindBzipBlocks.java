package leakcensus.container;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import leakcensus.block.LongTable;
import leakcensus.container.BzipBlocks.Block;
import leakcensus.container.BzipMarks.Mark;

/** Finds the blocks of a bzip2 file that begin in a range of its bytes, by decoding them. */
public final class FindBzipBlocks {

  /** Column: what the row is, one of the next three. */
  static final int KIND = 0;

  static final int START = 0;
  static final int BLOCK = 1;
  static final int END = 2;

  /** Column: first bit. */
  static final int BIT = 1;

  /** Column: the bit where the next row is to begin; -1 where nothing may follow. */
  static final int NEXT_BIT = 2;

  /** Column: checksum, of a block or a stream. */
  static final int CHECKSUM = 3;

  /** Column: bytes of text of a block. */
  static final int TEXT_BYTES = 4;

  private static final int COLUMNS = 5;

  private FindBzipBlocks() {}

  /** An empty table of blocks. */
  public static LongTable table() {
    return new LongTable(COLUMNS);
  }

  /**
   * What begins in a range: blocks that can be decoded, ends of streams, and the start of the file.
   * What is found in all ranges of a file makes a {@link BzipIndex}.
   *
   * @param file the file
   * @param from first byte of the range
   * @param to byte behind the range
   * @throws IOException if the file cannot be read
   */
  public static LongTable find(SeekableBytes file, long from, long to) throws IOException {
    LongTable rows = table();
    if (from == 0) {
      long first = BzipBits.behindHeader(file, 0);
      rows.append(START, 0, isPlain(file, first) ? first : -1, 0, 0);
    }
    BzipBlocks blocks = new BzipBlocks(file, from);
    Optional<Mark> mark = blocks.next(to * Byte.SIZE);
    while (mark.isPresent()) {
      append(rows, file, blocks, mark.get());
      mark = blocks.next(to * Byte.SIZE);
    }
    return rows;
  }

  private static void append(LongTable rows, SeekableBytes file, BzipBlocks blocks, Mark mark)
      throws IOException {
    int checksum = BzipBits.number(file, mark.bit() + BzipMarks.MARK_BITS);
    if (!mark.isBlock()) {
      rows.append(END, mark.bit(), BzipBits.behindEnd(file, mark.bit()), checksum, 0);
      return;
    }
    Optional<Block> block = blocks.block(mark);
    if (block.isPresent()) {
      rows.append(BLOCK, mark.bit(), block.get().endBit(), checksum, block.get().text().length);
    }
  }

  /** Whether the first block begins with what may be text: no archive, no other compression. */
  private static boolean isPlain(SeekableBytes file, long firstBlock) throws IOException {
    if (firstBlock < 0 || firstBlock == file.size() * Byte.SIZE) {
      return false;
    }
    BzipBlocks blocks = new BzipBlocks(file, firstBlock / Byte.SIZE);
    Optional<Mark> mark = blocks.next(firstBlock + 1);
    Optional<Block> block = mark.isPresent() ? blocks.block(mark.get()) : Optional.empty();
    if (block.isEmpty()) {
      return false;
    }
    byte[] text = block.get().text();
    Sniff head = Sniff.of(Arrays.copyOf(text, Math.min(text.length, Sniff.HEAD_BYTES)));
    return head.archive() == Archive.NONE
        && head.compression() == Compression.NONE
        && head.content() == Content.UNKNOWN;
  }
}
