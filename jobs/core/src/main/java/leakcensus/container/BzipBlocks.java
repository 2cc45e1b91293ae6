package leakcensus.container;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import leakcensus.container.BzipMarks.Mark;

/** Goes through the marks of a bzip2 file from a byte on, and decodes the blocks behind them. */
final class BzipBlocks {

  /** Marks inside a block come by chance once in 2^48 bits; more than a few are not honest. */
  private static final int MOST_MARKS_INSIDE = 8;

  /**
   * A block.
   *
   * @param endBit the mark behind it
   * @param text what it holds
   */
  record Block(long endBit, byte[] text) {}

  private final SeekableBytes file;
  private final BzipMarks marks;
  private final Deque<Mark> ahead = new ArrayDeque<>();

  BzipBlocks(SeekableBytes file, long fromByte) {
    this.file = file;
    marks = new BzipMarks(file, fromByte);
  }

  /** The next mark, if one begins before a bit; whether or not the block before went beyond it. */
  Optional<Mark> next(long beforeBit) throws IOException {
    if (ahead.isEmpty()) {
      return marks.next(beforeBit).filter(mark -> mark.bit() < beforeBit);
    }
    return ahead.element().bit() < beforeBit ? Optional.of(ahead.remove()) : Optional.empty();
  }

  /** The block behind a mark that {@link #next} gave last; empty if there is no whole one. */
  Optional<Block> block(Mark mark) throws IOException {
    Iterator<Mark> known = ahead.iterator();
    Deque<Mark> found = new ArrayDeque<>();
    Optional<Block> block = Optional.empty();
    for (int tries = 0; tries < MOST_MARKS_INSIDE && block.isEmpty(); tries++) {
      Optional<Mark> end = known.hasNext() ? Optional.of(known.next()) : found(mark, found);
      if (end.isEmpty()) {
        break;
      }
      long endBit = end.get().bit();
      block = BzipBits.text(file, mark.bit(), endBit).map(text -> new Block(endBit, text));
    }
    ahead.addAll(found);
    return block;
  }

  private Optional<Mark> found(Mark start, Deque<Mark> found) throws IOException {
    Optional<Mark> end = marks.next(start.bit() + BzipBits.MOST_BLOCK_BITS);
    end.ifPresent(found::add);
    return end;
  }
}
