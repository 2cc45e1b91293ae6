package leakcensus.format;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.ZipException;

/**
 * Goes through a stream byte by byte, knows where it stands, and holds the bytes of one record up
 * to a limit.
 *
 * <p>Bytes that are the second half of a character never look like ASCII here. Memory: the record
 * that is held, and a buffer.
 */
final class ScannedBytes implements Closeable {

  /** What is seen behind the last byte. */
  static final int END = -1;

  private static final int BUFFER_BYTES = 1 << 16;
  private static final int OPAQUE = 0x80;
  private static final int NOT_HOLDING = -1;

  private final InputStream input;
  private final LeadBytes leads;
  private final boolean hasLeads;
  private final int maxHeldBytes;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int next;
  private int filled;
  private long bufferOffset;
  private boolean trail;
  private boolean ended;
  private boolean broken;

  private byte[] held = new byte[1 << 10];
  private int heldBytes;
  private int heldFrom = NOT_HOLDING;
  private boolean tooLong;

  ScannedBytes(FormatInput input) {
    this.input = input.bytes();
    leads = LeadBytes.of(input.charset());
    hasLeads = leads.any();
    maxHeldBytes = input.maxRecordBytes();
    bufferOffset = input.firstOffset();
  }

  /** The next byte, 0 to 255, or {@link #END}. */
  int peek() throws IOException {
    if (next == filled && !fill()) {
      return END;
    }
    int unsigned = buffer[next] & 0xFF;
    return trail && LeadBytes.isHidden(unsigned) ? OPAQUE : unsigned;
  }

  /** Goes over the byte that was seen last. */
  void advance() {
    if (hasLeads) {
      trail = !trail && leads.isLead(buffer[next] & 0xFF);
    }
    next++;
  }

  /** Goes over the next byte, if there is one, and tells it. */
  int read() throws IOException {
    int seen = peek();
    if (seen != END) {
      advance();
    }
    return seen;
  }

  /**
   * Goes over all bytes up to the next one that is among the stops, or to the end.
   *
   * @param stops of each ASCII character whether it is one, as {@link #stops} makes it
   */
  void skipTo(boolean[] stops) throws IOException {
    if (hasLeads) {
      skipToByBytes(stops);
      return;
    }
    while (next < filled || fill()) {
      // One loop over an array takes a third of the time of a call for each byte.
      byte[] bytes = buffer;
      int end = filled;
      int at = next;
      while (at < end && (bytes[at] < 0 || !stops[bytes[at]])) {
        at++;
      }
      next = at;
      if (at < end) {
        return;
      }
    }
  }

  /** The stops for {@link #skipTo}: some ASCII characters. */
  static boolean[] stops(char... characters) {
    boolean[] stops = new boolean[OPAQUE];
    for (char character : characters) {
      stops[character] = true;
    }
    return stops;
  }

  /** Goes over some bytes, or to the end. */
  void skip(int bytes) throws IOException {
    for (int i = 0; i < bytes && read() != END; i++) {}
  }

  /** Whether these ASCII characters come next, in capitals or not. */
  boolean lookingAt(String ascii) throws IOException {
    if (trail || !hasAhead(ascii.length())) {
      return false;
    }
    for (int i = 0; i < ascii.length(); i++) {
      if (upper(buffer[next + i]) != upper((byte) ascii.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether these bytes come next. */
  boolean lookingAt(byte[] bytes) throws IOException {
    return hasAhead(bytes.length)
        && Arrays.equals(buffer, next, next + bytes.length, bytes, 0, bytes.length);
  }

  /** The byte some places behind the next one, as it is, or {@link #END}. */
  int ahead(int places) throws IOException {
    return hasAhead(places + 1) ? buffer[next + places] & 0xFF : END;
  }

  /** Offset of the next byte in its file. */
  long offset() {
    return bufferOffset + next;
  }

  /** Whether the stream broke off instead of ending. */
  boolean isBroken() {
    return broken;
  }

  /** Begins to hold bytes, from the next one on. */
  void hold() {
    heldFrom = next;
    heldBytes = 0;
    tooLong = false;
  }

  /** Ends holding: the last byte gone over is the last one held. */
  void release() {
    keepHeld();
    heldFrom = NOT_HOLDING;
  }

  /** The bytes that were held, up to {@link #heldBytes}; valid until the next hold. */
  byte[] held() {
    return held;
  }

  /** How many bytes were held; without meaning if they were too many. */
  int heldBytes() {
    return heldBytes;
  }

  /** Whether more bytes than the limit would have been held. */
  boolean isTooLong() {
    return tooLong;
  }

  @Override
  public void close() throws IOException {
    input.close();
  }

  private void skipToByBytes(boolean[] stops) throws IOException {
    int seen = peek();
    while (seen != END && (seen >= OPAQUE || !stops[seen])) {
      advance();
      seen = peek();
    }
  }

  private static int upper(byte ascii) {
    return ascii >= 'a' && ascii <= 'z' ? ascii - 'a' + 'A' : ascii;
  }

  private void keepHeld() {
    int more = next - heldFrom;
    heldFrom = next;
    if (tooLong || heldBytes + (long) more > maxHeldBytes) {
      tooLong = true;
      return;
    }
    if (heldBytes + more > held.length) {
      long room = Math.min(maxHeldBytes, 2L * (heldBytes + more));
      held = Arrays.copyOf(held, (int) room);
    }
    System.arraycopy(buffer, next - more, held, heldBytes, more);
    heldBytes += more;
  }

  private boolean hasAhead(int bytes) throws IOException {
    while (filled - next < bytes) {
      if (!fill()) {
        return false;
      }
    }
    return true;
  }

  private boolean fill() throws IOException {
    if (ended) {
      return false;
    }
    if (filled == buffer.length) {
      makeRoom();
    }
    int read = readMore();
    while (read == 0) {
      read = readMore();
    }
    ended = read < 0;
    filled += Math.max(read, 0);
    return !ended;
  }

  private void makeRoom() {
    if (heldFrom != NOT_HOLDING) {
      keepHeld();
      heldFrom = 0;
    }
    System.arraycopy(buffer, next, buffer, 0, filled - next);
    bufferOffset += next;
    filled -= next;
    next = 0;
  }

  private int readMore() throws IOException {
    try {
      return input.read(buffer, filled, buffer.length - filled);
    } catch (EOFException | ZipException fault) {
      // A compressed file that breaks off: what came before stands.
      broken = true;
      return -1;
    }
  }
}
