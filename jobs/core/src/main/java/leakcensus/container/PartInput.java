package leakcensus.container;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The bytes of a part, for the caller: ends with the part, and has a break of it noted. */
final class PartInput extends InputStream {

  private final InputStream in;
  private final List<Integer> place;
  private final Refusals refusals;
  private final Closeable below;
  private boolean noted;
  private boolean left;

  /**
   * A part.
   *
   * @param in its bytes
   * @param place numbers of the entries that lead to it
   * @param refusals where a break is noted
   * @param below what to close when the part is left
   */
  PartInput(InputStream in, List<Integer> place, Refusals refusals, Closeable below) {
    this.in = in;
    this.place = List.copyOf(place);
    this.refusals = refusals;
    this.below = below;
  }

  /** Notes why the part is not read. */
  void refuse(EntryFault fault) {
    refusals.add(place, fault, 0);
  }

  /** Ends the part. */
  void leave() throws IOException {
    left = true;
    below.close();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (left) {
      throw new IOException("Cannot read a packed part: its cursor has left it");
    }
    try {
      return in.read(target, offset, length);
    } catch (BrokenPartException fault) {
      if (!noted) {
        noted = true;
        refusals.add(place, fault.fault(), 0);
      }
      throw fault;
    }
  }
}
