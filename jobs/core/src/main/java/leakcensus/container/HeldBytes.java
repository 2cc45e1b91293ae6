package leakcensus.container;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A nested archive, or a part, in memory: in pieces, as far as the budget permits. */
final class HeldBytes implements SeekableBytes {

  private static final int PIECE_BYTES = 1 << 18;
  private static final byte[] NOTHING = new byte[0];

  private final Budget budget;
  private final List<byte[]> pieces = new ArrayList<>();
  private long size;
  private boolean full;
  private Optional<BrokenPartException> broken = Optional.empty();

  private HeldBytes(Budget budget) {
    this.budget = budget;
  }

  /**
   * Reads a stream to its end, or until no more may be held.
   *
   * @throws IOException if the file below fails; a stream that breaks is held as far as it came
   */
  static HeldBytes of(InputStream in, Budget budget) throws IOException {
    HeldBytes held = new HeldBytes(budget);
    try {
      int read;
      do {
        if (!budget.hold(PIECE_BYTES)) {
          held.full = true;
          return held;
        }
        byte[] piece = new byte[PIECE_BYTES];
        held.pieces.add(piece);
        read = held.fill(in, piece);
      } while (read == PIECE_BYTES);
    } catch (BrokenPartException fault) {
      held.broken = Optional.of(fault);
    }
    return held;
  }

  /** Whether the stream goes on behind what is held. */
  boolean isFull() {
    return full;
  }

  /** What broke the stream off. */
  Optional<BrokenPartException> broken() {
    return broken;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public int readAt(long position, byte[] target, int offset, int length) {
    if (position >= size) {
      return -1;
    }
    int start = (int) (position % PIECE_BYTES);
    int given = (int) Math.min(Math.min(length, PIECE_BYTES - start), size - position);
    System.arraycopy(pieces.get((int) (position / PIECE_BYTES)), start, target, offset, given);
    return given;
  }

  @Override
  public InputStream openAt(long position) {
    return new HeldStream(position);
  }

  /** The bytes, once: what has been read is no longer held. */
  InputStream drain() {
    return new HeldStream(0) {
      @Override
      public int read(byte[] target, int offset, int length) {
        int piece = (int) (position() / PIECE_BYTES);
        int read = super.read(target, offset, length);
        if (position() / PIECE_BYTES > piece) {
          pieces.set(piece, NOTHING);
          budget.release(PIECE_BYTES);
        }
        return read;
      }
    };
  }

  /** Gives the memory back; nothing is held afterwards. */
  void release() {
    for (byte[] piece : pieces) {
      budget.release(piece.length);
    }
    pieces.clear();
    size = 0;
  }

  /** The size grows with every read, since the stream may break at the next. */
  private int fill(InputStream in, byte[] piece) throws IOException {
    int filled = 0;
    while (filled < piece.length) {
      int read = in.read(piece, filled, piece.length - filled);
      if (read < 0) {
        return filled;
      }
      filled += read;
      size += read;
    }
    return filled;
  }

  private class HeldStream extends InputStream {

    private long position;

    HeldStream(long position) {
      this.position = position;
    }

    long position() {
      return position;
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      if (length == 0) {
        return 0;
      }
      int read = readAt(position, target, offset, length);
      position += Math.max(read, 0);
      return read;
    }
  }
}
