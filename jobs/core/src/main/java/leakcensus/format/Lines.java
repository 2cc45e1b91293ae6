package leakcensus.format;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import leakcensus.source.IntakeMeasure;
import leakcensus.source.RecordFault;

/**
 * Goes through the lines of a stream that are not blank, and decodes them. A line ends with LF or
 * CR LF; blank lines are separators.
 */
final class Lines {

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final ScannedBytes bytes;
  private final CurrentRecord record;
  private final StrictText text;
  private final boolean mayHaveMark;

  private long position;
  private RecordFault fault = RecordFault.NONE;
  private boolean started;

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
      skipMark();
    }
    skipLineEnds();
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

  private void skipMark() throws IOException {
    if (mayHaveMark && bytes.lookingAt(BYTE_ORDER_MARK)) {
      bytes.skip(BYTE_ORDER_MARK.length);
      record.charge(IntakeMeasure.HEADER_BYTES);
    }
  }

  private void skipLineEnds() throws IOException {
    int seen = bytes.peek();
    while (seen == '\n' || isLineEnd(seen)) {
      bytes.advance();
      seen = bytes.peek();
    }
    record.charge(IntakeMeasure.SEPARATOR_BYTES);
  }

  private void readLine() throws IOException {
    position = bytes.offset();
    bytes.hold();
    int seen = bytes.peek();
    while (seen != ScannedBytes.END && seen != '\n' && !isLineEnd(seen)) {
      bytes.advance();
      seen = bytes.peek();
    }
    bytes.release();
    if (bytes.isTooLong()) {
      fault = RecordFault.TOO_LONG;
    } else if (seen == ScannedBytes.END && bytes.isBroken()) {
      fault = RecordFault.TRUNCATED;
    } else if (text.decode(bytes.held(), 0, bytes.heldBytes())) {
      fault = RecordFault.NONE;
    } else {
      fault = RecordFault.BAD_CHARSET;
    }
  }

  private boolean isLineEnd(int seen) throws IOException {
    return seen == '\r' && bytes.ahead(1) == '\n';
  }
}
