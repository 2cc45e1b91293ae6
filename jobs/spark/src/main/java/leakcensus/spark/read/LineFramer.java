package leakcensus.spark.read;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.ZipException;
import leakcensus.source.TextCharset;

/**
 * Cuts a stream of bytes into lines and knows where each one stands.
 *
 * <p>A line ends with LF or CR LF, or with CR in files that have no LF, each a unit of one, two or
 * four bytes. Lines longer than the limit are passed over without being held. A line can be joined
 * with those behind it up to the limit, and be let go of them again. Memory: the longest line up to
 * the limit, and a buffer.
 */
final class LineFramer implements Closeable {

  private static final int BUFFER_BYTES = 1 << 18;

  /** How often, on the average, a byte may be gone over in vain by joining lines. */
  private static final int MAX_REREADS = 8;

  private final InputStream input;
  private final int maxLineBytes;
  private final int unit;
  private final int low;
  private final char lineEnd;
  private byte[] buffer = new byte[BUFFER_BYTES];
  private int filled;
  private int next;
  private int scanned;
  private long nextOffset;
  private boolean ended;
  private boolean broken;

  private long lineOffset;
  private int lineStart;
  private int lineBytes;
  private long passedOverBytes;
  private int separatorBytes;

  private boolean joined;
  private int firstLineBytes;
  private int firstSeparatorBytes;
  private long rereadBytes;

  /**
   * Frames a stream.
   *
   * @param input the bytes
   * @param offset offset of the stream's first byte in its file
   * @param maxLineBytes longest line that is held
   */
  LineFramer(InputStream input, long offset, int maxLineBytes) {
    this(input, offset, maxLineBytes, 1, false, LineEnd.LINE_FEED);
  }

  /**
   * Frames a stream of units of several bytes.
   *
   * @param offset offset of the stream's first byte in its file, a multiple of the unit
   * @param unitBytes bytes of a line feed: 1, 2 or 4
   * @param isBigEndian whether the least byte of a unit comes last
   * @param lineEnd what lines end with
   */
  LineFramer(
      InputStream input,
      long offset,
      int maxLineBytes,
      int unitBytes,
      boolean isBigEndian,
      LineEnd lineEnd) {
    this.input = input;
    this.maxLineBytes = maxLineBytes;
    unit = unitBytes;
    low = isBigEndian ? unitBytes - 1 : 0;
    nextOffset = offset;
    this.lineEnd = lineEnd.character();
  }

  /** A framer of a file's text, from one of its bytes on. */
  static LineFramer of(
      InputStream input, long offset, int maxLineBytes, TextCharset charset, LineEnd lineEnd) {
    return new LineFramer(
        input, offset, maxLineBytes, charset.unitBytes(), charset.isBigEndian(), lineEnd);
  }

  /** Goes to the next line, be it empty; whether there is one. */
  boolean next() throws IOException {
    lineOffset = nextOffset;
    passedOverBytes = 0;
    joined = false;
    scanned = next;
    while (true) {
      int end = lineEnd();
      if (end >= 0) {
        finish(end, unit);
        return true;
      }
      // One unit more than the limit may still be the CR of the line's end.
      if (filled - next > maxLineBytes + unit) {
        passOver();
      }
      if (!fill()) {
        return finishLast();
      }
    }
  }

  /**
   * Joins the next line to this one, which then holds the break between them. Where that would be
   * too long, or there is no other line, it stays as it is.
   *
   * @return whether it was joined
   */
  boolean join() throws IOException {
    if (isTooLong() || rereadBytes > MAX_REREADS * (nextOffset + maxLineBytes)) {
      return false;
    }
    if (!joined) {
      joined = true;
      firstLineBytes = lineBytes;
      firstSeparatorBytes = separatorBytes;
    }
    scanned = next;
    while (true) {
      int end = lineEnd();
      if (end >= 0) {
        return joinUpTo(end, unit);
      }
      if (filled - lineStart > maxLineBytes + unit) {
        return false;
      }
      if (!fill()) {
        return filled > next && joinUpTo(filled, 0);
      }
    }
  }

  /** Lets go of the lines that were joined to this one: they come next. */
  void cutBack() {
    if (joined) {
      joined = false;
      int back = next - (lineStart + firstLineBytes + firstSeparatorBytes);
      rereadBytes += back;
      next -= back;
      nextOffset -= back;
      lineBytes = firstLineBytes;
      separatorBytes = firstSeparatorBytes;
    }
  }

  /** Offset of the line in its file. */
  long offset() {
    return lineOffset;
  }

  /** Offset behind the line and its end. */
  long endOffset() {
    return nextOffset;
  }

  /** The bytes that hold the line; valid until the next call. */
  byte[] bytes() {
    return buffer;
  }

  /** Where the line starts in {@link #bytes}. */
  int start() {
    return lineStart;
  }

  /** Length of the line without its end; of a line too long to be held, what is left of it. */
  int length() {
    return lineBytes;
  }

  /** Length of the whole line without its end. */
  long wholeLength() {
    return passedOverBytes + lineBytes;
  }

  /**
   * Goes over the line that the stream begins inside of, or to an offset of the file where that
   * comes first: lines that begin behind it are another split's. Else every split of a line of many
   * gigabytes would read it to its end.
   *
   * @param end an offset of the file
   * @throws IOException if the stream cannot be read
   */
  void skipFirst(long end) throws IOException {
    scanned = next;
    int found = lineEnd();
    while (found < 0 && nextOffset + scanned - next < end) {
      nextOffset += scanned - next;
      next = scanned;
      if (!fill()) {
        break;
      }
      found = lineEnd();
    }
    if (found < 0) {
      nextOffset += filled - next;
      next = filled;
    } else {
      finish(found, unit);
    }
  }

  /** Length of the line's end: none to two units. */
  int separatorLength() {
    return separatorBytes;
  }

  /** Whether the line is too long to be held. */
  boolean isTooLong() {
    return passedOverBytes > 0 || lineBytes > maxLineBytes;
  }

  /** Whether the stream broke off inside this line or before it. */
  boolean isBroken() {
    return broken;
  }

  @Override
  public void close() throws IOException {
    input.close();
  }

  private boolean joinUpTo(int end, int lineEndBytes) {
    int whole = end - lineStart;
    boolean hasReturn = lineEndBytes > 0 && isReturnBefore(end);
    if (whole - (hasReturn ? unit : 0) > maxLineBytes) {
      return false;
    }
    lineBytes = whole - (hasReturn ? unit : 0);
    separatorBytes = lineEndBytes + (hasReturn ? unit : 0);
    nextOffset += end + lineEndBytes - next;
    next = end + lineEndBytes;
    return true;
  }

  private int lineEnd() {
    if (unit > 1) {
      return wideLineEnd();
    }
    byte[] bytes = buffer;
    byte sought = (byte) lineEnd;
    for (int i = scanned; i < filled; i++) {
      if (bytes[i] == sought) {
        return i;
      }
    }
    scanned = filled;
    return -1;
  }

  private int wideLineEnd() {
    while (scanned + unit <= filled) {
      if (isUnit(scanned, lineEnd)) {
        return scanned;
      }
      scanned += unit;
    }
    return -1;
  }

  private boolean isUnit(int at, char character) {
    for (int i = 0; i < unit; i++) {
      if (buffer[at + i] != (i == low ? character : 0)) {
        return false;
      }
    }
    return true;
  }

  private boolean isReturnBefore(int end) {
    return lineEnd == '\n' && isUnit(end - unit, '\r');
  }

  private void finish(int end, int lineEndBytes) {
    lineStart = next;
    lineBytes = end - next;
    separatorBytes = lineEndBytes;
    if (lineEndBytes > 0 && lineBytes >= unit && isReturnBefore(end)) {
      lineBytes -= unit;
      separatorBytes += unit;
    }
    nextOffset += end + lineEndBytes - next;
    next = end + lineEndBytes;
  }

  private boolean finishLast() {
    if (filled == next && passedOverBytes == 0) {
      return false;
    }
    finish(filled, 0);
    return true;
  }

  private void passOver() {
    // A CR may belong to the line's end, so the last unit stays, and what is left of another.
    int passed = (filled - next) / unit * unit - unit;
    passedOverBytes += passed;
    next += passed;
    nextOffset += passed;
  }

  private boolean fill() throws IOException {
    if (ended) {
      return false;
    }
    makeRoom();
    int read = read();
    ended = read < 0;
    filled += Math.max(read, 0);
    return !ended;
  }

  private void makeRoom() {
    if (filled < buffer.length) {
      return;
    }
    int kept = joined ? lineStart : next;
    if (kept == 0) {
      buffer = Arrays.copyOf(buffer, 2 * buffer.length);
    } else {
      System.arraycopy(buffer, kept, buffer, 0, filled - kept);
      filled -= kept;
      scanned -= kept;
      next -= kept;
      lineStart -= kept;
    }
  }

  private int read() throws IOException {
    try {
      return input.read(buffer, filled, buffer.length - filled);
    } catch (EOFException | ZipException fault) {
      // A compressed file that breaks off: what came before stands.
      broken = true;
      return -1;
    }
  }
}
