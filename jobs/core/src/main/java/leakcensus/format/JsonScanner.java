package leakcensus.format;

import java.io.IOException;
import java.util.BitSet;

/**
 * Finds where a JSON value ends, by brackets, strings and commas alone; what stands in scalars is
 * left to the parser.
 *
 * <p>Trailing commas are let pass, since they do not hide where a value ends. Memory: a bit for
 * each open bracket, up to a limit.
 */
final class JsonScanner {

  /** What became of a value. */
  enum Outcome {
    /** It was gone over. */
    WHOLE,
    /** It cannot go on like this; the byte at fault comes next. */
    BROKEN,
    /** The stream ends inside it. */
    ENDED
  }

  private enum Expected {
    KEY_OR_CLOSE,
    VALUE,
    VALUE_OR_CLOSE,
    COMMA_OR_CLOSE
  }

  /** Far beyond what any parser takes; more brackets are junk. */
  private static final int MAX_DEPTH = 1 << 16;

  /** What is not gone over inside a string. */
  private static final boolean[] IN_STRING = ScannedBytes.stops('"', '\\', '\n', '\r');

  private final ScannedBytes bytes;
  private final BitSet objects = new BitSet();
  private int depth;
  private boolean inObject;
  private long lineStart;
  private boolean atLineStart = true;
  private long blanksEnd;

  JsonScanner(ScannedBytes bytes) {
    this.bytes = bytes;
    lineStart = bytes.offset();
    blanksEnd = lineStart;
  }

  /** Goes over white space, and over commas too where these stand between values only. */
  void skipBlanks(boolean commas) throws IOException {
    if (bytes.offset() != blanksEnd) {
      atLineStart = false;
    }
    int seen = bytes.peek();
    while (isBlank(seen) || (commas && (seen == ',' || seen == 0x1E))) {
      bytes.advance();
      if (seen == '\n') {
        lineStart = bytes.offset();
        atLineStart = true;
      }
      seen = bytes.peek();
    }
    blanksEnd = bytes.offset();
  }

  /** Bytes before the place in its line; -1 if more than white space and commas stand there. */
  long indent() {
    return atLineStart && bytes.offset() == blanksEnd ? blanksEnd - lineStart : -1;
  }

  /** Goes over a value of any kind. */
  Outcome skipValue() throws IOException {
    int seen = bytes.peek();
    if (seen == '"') {
      return skipString();
    }
    if (seen == '{' || seen == '[') {
      return skipStructure();
    }
    if (seen == ScannedBytes.END) {
      return Outcome.ENDED;
    }
    skipScalar();
    return Outcome.WHOLE;
  }

  /** Goes over a string; a line end inside breaks it. */
  Outcome skipString() throws IOException {
    bytes.advance();
    while (true) {
      bytes.skipTo(IN_STRING);
      switch (bytes.peek()) {
        case ScannedBytes.END -> {
          return Outcome.ENDED;
        }
        case '\n', '\r' -> {
          return Outcome.BROKEN;
        }
        case '"' -> {
          bytes.advance();
          return Outcome.WHOLE;
        }
        case '\\' -> {
          bytes.advance();
          int escaped = bytes.peek();
          if (escaped != '\n' && escaped != '\r' && escaped != ScannedBytes.END) {
            bytes.advance();
          }
        }
        default -> throw new IllegalStateException("No stop of a string");
      }
    }
  }

  /** Goes over a number, a literal or junk; over one byte at least, if there is one. */
  void skipScalar() throws IOException {
    int seen = bytes.read();
    do {
      seen = seen == ScannedBytes.END ? seen : bytes.peek();
      if (seen == ScannedBytes.END || isBlank(seen) || isMark(seen)) {
        return;
      }
      bytes.advance();
    } while (true);
  }

  private Outcome skipStructure() throws IOException {
    depth = 0;
    Expected expected = open();
    while (depth > 0) {
      skipBlanks(false);
      int seen = bytes.peek();
      if (seen == ScannedBytes.END) {
        return Outcome.ENDED;
      }
      if (isClose(seen, expected)) {
        bytes.advance();
        depth--;
        inObject = depth > 0 && objects.get(depth - 1);
        expected = Expected.COMMA_OR_CLOSE;
        continue;
      }
      switch (expected) {
        case COMMA_OR_CLOSE -> {
          if (seen != ',') {
            return Outcome.BROKEN;
          }
          bytes.advance();
          expected = inObject ? Expected.KEY_OR_CLOSE : Expected.VALUE_OR_CLOSE;
        }
        case KEY_OR_CLOSE -> {
          Outcome key = seen == '"' ? skipKey() : Outcome.BROKEN;
          if (key != Outcome.WHOLE) {
            return key;
          }
          expected = Expected.VALUE;
        }
        case VALUE, VALUE_OR_CLOSE -> {
          if (seen == '{' || seen == '[') {
            if (depth == MAX_DEPTH) {
              return Outcome.BROKEN;
            }
            expected = open();
            continue;
          }
          Outcome scalar = seen == '"' ? skipString() : skipInnerScalar(seen);
          if (scalar != Outcome.WHOLE) {
            return scalar;
          }
          expected = Expected.COMMA_OR_CLOSE;
        }
      }
    }
    return Outcome.WHOLE;
  }

  private Expected open() throws IOException {
    inObject = bytes.read() == '{';
    objects.set(depth++, inObject);
    return inObject ? Expected.KEY_OR_CLOSE : Expected.VALUE_OR_CLOSE;
  }

  private boolean isClose(int seen, Expected expected) {
    return expected != Expected.VALUE && seen == (inObject ? '}' : ']');
  }

  /** Goes over a key and its colon. */
  private Outcome skipKey() throws IOException {
    Outcome key = skipString();
    if (key != Outcome.WHOLE) {
      return key;
    }
    skipBlanks(false);
    int seen = bytes.peek();
    if (seen == ScannedBytes.END) {
      return Outcome.ENDED;
    }
    if (seen != ':') {
      return Outcome.BROKEN;
    }
    bytes.advance();
    return Outcome.WHOLE;
  }

  private Outcome skipInnerScalar(int seen) throws IOException {
    if (isMark(seen)) {
      return Outcome.BROKEN;
    }
    skipScalar();
    return Outcome.WHOLE;
  }

  private static boolean isBlank(int seen) {
    return seen == ' ' || seen == '\n' || seen == '\r' || seen == '\t';
  }

  private static boolean isMark(int seen) {
    return switch (seen) {
      case '{', '}', '[', ']', ',', ':', '"' -> true;
      default -> false;
    };
  }
}
