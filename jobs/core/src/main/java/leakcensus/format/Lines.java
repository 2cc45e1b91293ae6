package leakcensus.format;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import leakcensus.source.IntakeMeasure;
import leakcensus.source.RecordFault;

/**
 * Goes through the lines of a stream that are not blank, and decodes them. A line ends with LF or
 * CR LF, or with CR where the first bytes hold CR and no LF; blank lines are separators. A byte
 * order mark before a line is header, wherever it stands: files are put together from others.
 */
final class Lines {

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  /** How many bytes are looked at for line ends; one less than are held at once. */
  private static final int HEAD_BYTES = (1 << 16) - 1;

  private static final boolean[] LINE_END = ScannedBytes.stops('\n', '\r');

  private final ScannedBytes bytes;
  private final CurrentRecord record;
  private final StrictText text;
  private final boolean mayHaveMark;

  private long position;
  private RecordFault fault = RecordFault.NONE;
  private boolean started;
  private boolean endsWithReturn;

  Lines(ScannedBytes bytes, CurrentRecord record, Charset charset) {
    this.bytes = bytes;
    this.record = record;
    text = new StrictText(charset);
    mayHaveMark = charset.equals(StandardCharsets.UTF_8);
  }

  /** Goes to the next line, whose bytes are not charged yet; whether there is one. */
  boolean next() throws IOException {
    if (!started) {
      started = true;
      endsWithReturn = endsWithReturn();
    }
    do {
      skipLineEnds();
    } while (skipMark());
    if (bytes.peek() == ScannedBytes.END) {
      if (bytes.isBroken()) {
        record.breakOff();
      }
      return false;
    }
    readLine();
    return true;
  }

  /** Offset of the line. */
  long position() {
    return position;
  }

  /** Why the line has no text. */
  RecordFault fault() {
    return fault;
  }

  /** The text of the line. */
  StrictText text() {
    return text;
  }

  /** A CR that the text ends with tells nothing, nor one whose LF stands behind the first bytes. */
  private boolean endsWithReturn() throws IOException {
    boolean seen = false;
    for (int place = 0; place < HEAD_BYTES; place++) {
      int each = bytes.ahead(place);
      if (each == ScannedBytes.END || each == '\n') {
        return seen && each != '\n';
      }
      int behind = bytes.ahead(place + 1);
      seen |= each == '\r' && behind != ScannedBytes.END && behind != '\n';
    }
    return seen;
  }

  private boolean skipMark() throws IOException {
    if (!mayHaveMark || !bytes.lookingAt(BYTE_ORDER_MARK)) {
      return false;
    }
    bytes.skip(BYTE_ORDER_MARK.length);
    record.charge(IntakeMeasure.HEADER_BYTES);
    return true;
  }

  private void skipLineEnds() throws IOException {
    int seen = bytes.peek();
    while (isLineEnd(seen)) {
      bytes.advance();
      seen = bytes.peek();
    }
    record.charge(IntakeMeasure.SEPARATOR_BYTES);
  }

  private void readLine() throws IOException {
    position = bytes.offset();
    bytes.hold();
    bytes.skipTo(LINE_END);
    int seen = bytes.peek();
    while (seen != ScannedBytes.END && !isLineEnd(seen)) {
      bytes.advance();
      bytes.skipTo(LINE_END);
      seen = bytes.peek();
    }
    bytes.release();
    if (bytes.isTooLong()) {
      fault = RecordFault.TOO_LONG;
    } else if (seen == ScannedBytes.END && bytes.isBroken()) {
      fault = RecordFault.TRUNCATED;
    } else {
      text.decode(bytes.held(), 0, bytes.heldBytes());
      fault = RecordFault.NONE;
    }
  }

  private boolean isLineEnd(int seen) throws IOException {
    if (seen == '\r') {
      return endsWithReturn || bytes.ahead(1) == '\n';
    }
    return seen == '\n' && !endsWithReturn;
  }
}
