package leakcensus.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import leakcensus.source.IntakeMeasure;
import leakcensus.source.RecordCursor;
import leakcensus.source.RecordFault;
import leakcensus.source.SplitTally;

/**
 * Goes through the documents of a JSON text, however they are laid out: in one array, one after the
 * other, over many lines or none, or at a path of keys such as {@code hits.hits}.
 *
 * <p>Columns are paths of keys, as in JSON lines. A document that breaks off in its grammar costs
 * what stands up to the next line that begins with a bracket as far indented as the first record of
 * its array, or not at all. Outside all brackets a line of junk is one record.
 *
 * <p>Brackets and commas around documents are separators; with a path, what stands around them is
 * header. A wrapping document that does not have the path is a record not well formed.
 */
public final class JsonDocuments implements RecordCursor {

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private static final boolean[] LINE_FEED = ScannedBytes.stops('\n');

  private final ScannedBytes bytes;
  private final JsonScanner scanner;
  private final JsonPlace place;
  private final CurrentRecord record;
  private final StrictText text;
  private final JsonColumns columns;
  private final IntakeMeasure wrapping;
  private final boolean mayHaveMark;

  private long documentStart;
  private boolean found;

  /**
   * A cursor over a stream.
   *
   * @param input the stream; columns are paths of keys inside a record
   * @param records path of keys to the records, such as {@code hits.hits}; empty where records are
   *     not wrapped
   */
  public JsonDocuments(FormatInput input, String records) {
    bytes = new ScannedBytes(input);
    scanner = new JsonScanner(bytes);
    place = new JsonPlace(records, input.charset());
    record = new CurrentRecord(bytes, input.tally());
    text = new StrictText(input.charset());
    columns = new JsonColumns(input.columns());
    wrapping = place.hasPath() ? IntakeMeasure.HEADER_BYTES : IntakeMeasure.SEPARATOR_BYTES;
    mayHaveMark = input.charset().equals(StandardCharsets.UTF_8);
  }

  @Override
  public boolean next() throws IOException {
    while (true) {
      scanner.skipBlanks(true);
      int seen = bytes.peek();
      if (place.isOutside()) {
        record.charge(IntakeMeasure.SEPARATOR_BYTES);
        if (seen == ScannedBytes.END) {
          return end();
        }
        if (startDocument(seen)) {
          return true;
        }
      } else if (seen == ScannedBytes.END ? endInside() : goOn(seen)) {
        return true;
      }
    }
  }

  @Override
  public long position() {
    return record.position();
  }

  @Override
  public RecordFault fault() {
    return record.fault();
  }

  @Override
  public String value(int column) {
    return columns.value(column);
  }

  @Override
  public boolean hasSeveral(int column) {
    return columns.hasSeveral(column);
  }

  /** All values of a column that have content: those of an array, and of a key that repeats. */
  @Override
  public List<String> values(int column) {
    return columns.values(column);
  }

  @Override
  public SplitTally tally() {
    return record.tally();
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }

  private boolean end() {
    if (bytes.isBroken()) {
      record.breakOff();
    }
    return false;
  }

  /** The stream ends with brackets open: whether that cuts a wrapping document off. */
  private boolean endInside() {
    record.breakOff();
    place.leaveAll();
    if (found) {
      record.charge(wrapping);
      return false;
    }
    record.meet(documentStart, RecordFault.TRUNCATED);
    return true;
  }

  private boolean startDocument(int seen) throws IOException {
    if (mayHaveMark && bytes.lookingAt(BYTE_ORDER_MARK)) {
      // In mid-file too: files are joined as they are.
      boolean first = bytes.offset() == 0;
      bytes.skip(BYTE_ORDER_MARK.length);
      record.charge(first ? IntakeMeasure.HEADER_BYTES : IntakeMeasure.SEPARATOR_BYTES);
      return false;
    }
    if (seen == ']' || seen == '}') {
      bytes.advance();
      return false;
    }
    found = false;
    documentStart = bytes.offset();
    if (isBracket(seen)) {
      return readValue(seen, 0);
    }
    readJunkLine();
    return true;
  }

  /** Goes on inside a bracket; whether a record was met. */
  private boolean goOn(int seen) throws IOException {
    return switch (place.kind()) {
      case ENVELOPE -> seen == '}' ? leave() : readMember(seen);
      case WAY -> seen == ']' ? leave() : readValue(seen, place.keysGone());
      case RECORDS -> seen == ']' ? leave() : readRecord();
    };
  }

  private boolean leave() {
    bytes.advance();
    place.leave();
    if (found) {
      record.charge(wrapping);
    } else if (place.isOutside()) {
      record.meet(documentStart, RecordFault.BAD_SYNTAX);
      return true;
    }
    return false;
  }

  private boolean readMember(int seen) throws IOException {
    if (seen != '"') {
      return breakDocument();
    }
    bytes.hold();
    JsonScanner.Outcome key = scanner.skipString();
    bytes.release();
    if (key != JsonScanner.Outcome.WHOLE) {
      return key == JsonScanner.Outcome.ENDED ? endInside() : breakDocument();
    }
    boolean onPath =
        !bytes.isTooLong() && place.isNextKey(unquoted(), Math.max(bytes.heldBytes() - 2, 0));
    scanner.skipBlanks(false);
    if (bytes.peek() != ':') {
      return bytes.peek() == ScannedBytes.END ? endInside() : breakDocument();
    }
    bytes.advance();
    scanner.skipBlanks(false);
    return onPath
        ? readValue(bytes.peek(), place.keysGone() + 1)
        : judge(bytes.peek() == '}' ? JsonScanner.Outcome.WHOLE : scanner.skipValue());
  }

  private byte[] unquoted() {
    byte[] key = new byte[Math.max(bytes.heldBytes() - 2, 0)];
    System.arraycopy(bytes.held(), 1, key, 0, key.length);
    return key;
  }

  private boolean judge(JsonScanner.Outcome outcome) throws IOException {
    return switch (outcome) {
      case WHOLE -> false;
      case ENDED -> endInside();
      case BROKEN -> breakDocument();
    };
  }

  /** Reads a value on the path; whether it was a record. */
  private boolean readValue(int seen, int keysGone) throws IOException {
    if (place.isAtRecords(keysGone)) {
      if (seen != '[') {
        return readRecord();
      }
      return enter(JsonPlace.Kind.RECORDS, keysGone);
    }
    return switch (seen) {
      case '{' -> enter(JsonPlace.Kind.ENVELOPE, keysGone);
      case '[' -> enter(JsonPlace.Kind.WAY, keysGone);
      default -> judge(scanner.skipValue());
    };
  }

  private boolean enter(JsonPlace.Kind kind, int keysGone) throws IOException {
    if (!place.enter(kind, keysGone)) {
      return breakDocument();
    }
    bytes.advance();
    if (kind == JsonPlace.Kind.RECORDS) {
      found = true;
      record.charge(wrapping);
    }
    return false;
  }

  private boolean readRecord() throws IOException {
    found = true;
    boolean amongRecords = place.isOutside() || place.kind() == JsonPlace.Kind.RECORDS;
    record.charge(amongRecords ? IntakeMeasure.SEPARATOR_BYTES : wrapping);
    place.sawRecord(scanner.indent());
    long start = bytes.offset();
    bytes.hold();
    JsonScanner.Outcome outcome = scanner.skipValue();
    bytes.release();
    RecordFault fault = fault(outcome);
    if (outcome == JsonScanner.Outcome.ENDED) {
      record.breakOff();
      place.leaveAll();
    } else if (outcome == JsonScanner.Outcome.BROKEN) {
      findNextStart();
    }
    record.meet(start, fault, text);
    return true;
  }

  private RecordFault fault(JsonScanner.Outcome outcome) {
    if (bytes.isTooLong()) {
      return RecordFault.TOO_LONG;
    }
    return switch (outcome) {
      case ENDED -> RecordFault.TRUNCATED;
      case BROKEN -> RecordFault.BAD_SYNTAX;
      case WHOLE -> parse();
    };
  }

  private RecordFault parse() {
    text.decode(bytes.held(), 0, bytes.heldBytes());
    RecordFault fault = columns.parse(text);
    return text.isReplaced() ? text.judge(fault, columns.count(), columns::value) : fault;
  }

  /** What wraps the records is broken: it and all up to the next document is one record. */
  private boolean breakDocument() throws IOException {
    long start = documentStart;
    place.leaveAll();
    if (found) {
      record.charge(wrapping);
      if (scanner.indent() == 0 && isBracket(bytes.peek())) {
        // The document is cut off, and the next one begins here: no record is lost.
        record.breakOff();
        return false;
      }
      start = bytes.offset();
      bytes.read();
    }
    findNextStart();
    record.meet(start, RecordFault.BAD_SYNTAX);
    return true;
  }

  private void findNextStart() throws IOException {
    while (true) {
      scanner.skipBlanks(true);
      int seen = bytes.peek();
      if (seen == ScannedBytes.END) {
        place.leaveAll();
        return;
      }
      if (isBracket(seen)) {
        long indent = scanner.indent();
        if (place.isNextRecord(seen, indent)) {
          return;
        }
        if (indent == 0) {
          place.leaveAll();
          return;
        }
      }
      skipToLineEnd();
    }
  }

  private void readJunkLine() throws IOException {
    long start = bytes.offset();
    bytes.hold();
    skipToLineEnd();
    bytes.release();
    boolean cut = bytes.isBroken() && bytes.peek() == ScannedBytes.END;
    record.meet(start, cut ? RecordFault.TRUNCATED : fault(JsonScanner.Outcome.WHOLE), text);
  }

  private static boolean isBracket(int seen) {
    return seen == '{' || seen == '[';
  }

  private void skipToLineEnd() throws IOException {
    bytes.skipTo(LINE_FEED);
  }
}
