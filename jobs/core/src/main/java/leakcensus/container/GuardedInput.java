package leakcensus.container;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;

/**
 * A decoder held to its limits: counts what it gives, breaks it off where that is too much, and
 * turns its failures into {@link BrokenPartException}. Once broken it stays so.
 */
final class GuardedInput extends InputStream {

  /** What is done with the bytes that a decoder gives, beside the ratio to its own packed bytes. */
  interface Toll {

    void pay(long bytes) throws BrokenPartException;
  }

  private static final int MAX_EMPTY_READS = 1_000;

  /**
   * What is asked of a decoder at a time, whatever is asked of this stream. Most decoders lose what
   * they have decoded of a read that fails: this bounds it, and makes what is given the same for
   * all callers.
   */
  private static final int PIECE_BYTES = 1 << 10;

  private final InputStream decoder;
  private final Below below;
  private final Budget budget;
  private final Toll toll;
  private final long startBytesIn;
  private byte[] piece = new byte[0];
  private int next;
  private int filled;
  private long bytesOut;
  private boolean ended;
  private Optional<IOException> broken = Optional.empty();

  /**
   * Guards a decoder.
   *
   * @param decoder the decoder
   * @param below its packed bytes; those counted so far are not its own
   * @param startBytesIn packed bytes that were counted before
   * @param budget limits of the file
   * @param toll what is done with its bytes
   */
  GuardedInput(InputStream decoder, Below below, long startBytesIn, Budget budget, Toll toll) {
    this.decoder = decoder;
    this.below = below;
    this.startBytesIn = startBytesIn;
    this.budget = budget;
    this.toll = toll;
  }

  /** Whether a read has failed. */
  Optional<IOException> broken() {
    return broken;
  }

  /** Whether the decoder has come to its end. */
  boolean ended() {
    return ended;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, target.length);
    if (length == 0) {
      return 0;
    }
    if (next == filled) {
      if (length >= PIECE_BYTES) {
        return decodePiece(target, offset);
      }
      if (!fill()) {
        return -1;
      }
    }
    int given = Math.min(length, filled - next);
    System.arraycopy(piece, next, target, offset, given);
    next += given;
    return given;
  }

  @Override
  public void close() throws IOException {
    decoder.close();
  }

  private boolean fill() throws IOException {
    if (piece.length == 0) {
      piece = new byte[PIECE_BYTES];
    }
    next = 0;
    filled = 0;
    filled = Math.max(decodePiece(piece, 0), 0);
    return filled > 0;
  }

  private int decodePiece(byte[] target, int offset) throws IOException {
    if (broken.isPresent()) {
      throw broken.get();
    }
    if (ended) {
      return -1;
    }
    try {
      int read = decode(target, offset, PIECE_BYTES);
      ended = read < 0;
      charge(Math.max(read, 0));
      return read;
    } catch (IOException | RuntimeException fault) {
      broken = Optional.of(JudgeFailure.of(fault, below));
      throw broken.get();
    }
  }

  private int decode(byte[] target, int offset, int length) throws IOException {
    for (int i = 0; i < MAX_EMPTY_READS; i++) {
      int read = decoder.read(target, offset, length);
      if (read < 0 && below.failure().isPresent()) {
        // Some decoders take a failure below them for the end.
        throw below.failure().get();
      }
      if (read != 0) {
        return read;
      }
    }
    throw new BrokenPartException(EntryFault.CORRUPT);
  }

  private void charge(int bytes) throws BrokenPartException {
    bytesOut += bytes;
    long paid = bytesOut - bytes;
    try {
      budget.requireRatio(bytesOut, below.bytesIn() - startBytesIn);
      paid = bytesOut;
      toll.pay(bytes);
    } catch (BrokenPartException fault) {
      if (fault.fault() == EntryFault.BOMB) {
        budget.forgive(paid);
      }
      throw fault;
    }
  }
}
