package leakcensus.format;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Goes over the parts of which a dump is made: blanks and comments, words, quoted text, tuples,
 * whole statements. It holds names and nothing else.
 */
final class SqlScanner {

  /** What became of a part. */
  enum Outcome {
    /** It was gone over. */
    WHOLE,
    /** It cannot go on like this. */
    BROKEN,
    /** The stream ends inside it. */
    ENDED
  }

  private static final int MAX_WORD = 256;
  private static final int MAX_DELIMITER = 16;
  private static final String STANDARD = ";";

  private static final boolean[] IN_QUOTES = ScannedBytes.stops('\'', '"', '`', ']', '\\', '\n');

  private final ScannedBytes bytes;
  private final Charset charset;
  private final byte[] word = new byte[MAX_WORD];
  private String delimiter = STANDARD;
  private boolean backslashEscapes = true;
  private boolean atLineStart = true;
  private boolean delimited;

  SqlScanner(ScannedBytes bytes, Charset charset) {
    this.bytes = bytes;
    this.charset = charset;
  }

  /** Says what a backslash in a string is. */
  void escapeByBackslash(boolean escapes) {
    backslashEscapes = escapes;
  }

  boolean escapesByBackslash() {
    return backslashEscapes;
  }

  /** Whether statements end as by default. */
  boolean hasStandardDelimiter() {
    return delimiter.equals(STANDARD);
  }

  /** The next byte. */
  int peek() throws IOException {
    return bytes.peek();
  }

  /** Goes over a byte. */
  void advance() throws IOException {
    atLineStart = bytes.read() == '\n';
  }

  /**
   * Goes over white space and comments; what MySQL writes as {@code /*!40000 ...} is no comment,
   * only its brackets are.
   */
  void skipBlanks() throws IOException {
    while (true) {
      int seen = bytes.peek();
      if (isBlank(seen)) {
        advance();
      } else if (seen == '-' && bytes.ahead(1) == '-') {
        skipLine();
      } else if (seen == '#') {
        skipLine();
      } else if (seen == '/' && bytes.ahead(1) == '*') {
        skipComment(false);
      } else if (seen == '*' && bytes.ahead(1) == '/') {
        advance();
        advance();
      } else {
        return;
      }
    }
  }

  /** Goes over the rest of the line and its end. */
  void skipLine() throws IOException {
    int seen;
    do {
      seen = bytes.peek();
      advance();
    } while (seen != '\n' && seen != ScannedBytes.END);
  }

  /** Goes over a word and tells it in capitals; empty if none comes next, or one too long. */
  String readWord() throws IOException {
    int length = 0;
    int seen = bytes.peek();
    while (isWordPart(seen)) {
      if (length < MAX_WORD) {
        word[length] = (byte) seen;
      }
      length++;
      advance();
      seen = bytes.peek();
    }
    return length > MAX_WORD
        ? ""
        : new String(word, 0, length, StandardCharsets.ISO_8859_1).toUpperCase(Locale.ROOT);
  }

  /** Goes over a name with its schema, quoted or not, and tells it; empty if none comes next. */
  String readQualifiedName() throws IOException {
    StringBuilder name = new StringBuilder(readName());
    skipBlanks();
    while (bytes.peek() == '.') {
      advance();
      skipBlanks();
      name.append('.').append(readName());
      skipBlanks();
    }
    return name.toString();
  }

  /** Goes over one name, quoted or not, and tells it; empty if none comes next, or one too long. */
  String readName() throws IOException {
    int quote = bytes.peek();
    if (quote == '`' || quote == '"' || quote == '[') {
      int close = quote == '[' ? ']' : quote;
      bytes.hold();
      skipQuoted(close, false);
      bytes.release();
      if (bytes.isTooLong() || bytes.heldBytes() < 2) {
        return "";
      }
      String text = new String(bytes.held(), 1, bytes.heldBytes() - 2, charset);
      String mark = String.valueOf((char) close);
      return text.replace(mark + mark, mark);
    }
    bytes.hold();
    while (isWordPart(bytes.peek())) {
      advance();
    }
    bytes.release();
    return bytes.isTooLong() ? "" : new String(bytes.held(), 0, bytes.heldBytes(), charset);
  }

  /** Sets what ends statements, from the rest of a line {@code DELIMITER ...}. */
  void readDelimiter() throws IOException {
    StringBuilder rest = new StringBuilder();
    int seen = bytes.peek();
    while (seen != '\n' && seen != ScannedBytes.END) {
      if (rest.length() <= 2 * MAX_DELIMITER) {
        rest.append((char) seen);
      }
      advance();
      seen = bytes.peek();
    }
    String text = rest.toString().strip();
    if (!text.isEmpty() && text.length() <= MAX_DELIMITER) {
      delimiter = text;
    }
  }

  /** Whether a statement has just ended as it should. */
  boolean endsWithDelimiter() {
    return delimited;
  }

  /** Whether the end of a statement comes next. */
  boolean isAtDelimiter() throws IOException {
    return bytes.peek() == delimiter.charAt(0) && bytes.lookingAt(delimiter);
  }

  /**
   * Goes over the rest of a statement and its delimiter. A line that begins with rows to insert
   * ends it too: a quote must have been lost.
   */
  void skipStatement() throws IOException {
    delimited = false;
    while (bytes.peek() != ScannedBytes.END && !isAtRows()) {
      if (isAtDelimiter()) {
        skipDelimiter();
        return;
      }
      if (skipPart(true) == Outcome.BROKEN) {
        return;
      }
    }
  }

  /** Goes over a routine, whose own statements end like others, and its delimiter. */
  void skipRoutine() throws IOException {
    int blocks = 0;
    while (bytes.peek() != ScannedBytes.END) {
      if (isAtDelimiter() && (blocks <= 0 || !hasStandardDelimiter())) {
        skipDelimiter();
        return;
      }
      if (isWordStart(bytes.peek())) {
        blocks += blocksOpenedBy(readWord());
      } else {
        skipPart(false);
      }
    }
  }

  /** Goes over a tuple, from its bracket to the one that closes it. */
  Outcome skipTuple() throws IOException {
    int depth = 0;
    do {
      int seen = bytes.peek();
      if (seen == ScannedBytes.END) {
        return Outcome.ENDED;
      }
      if (seen == ';' || isAtRows()) {
        return Outcome.BROKEN;
      }
      if (seen == '(' || seen == ')') {
        depth += seen == '(' ? 1 : -1;
        advance();
      } else {
        Outcome part = skipPart(true);
        if (part != Outcome.WHOLE) {
          return part;
        }
      }
    } while (depth > 0);
    return Outcome.WHOLE;
  }

  /** Goes over a definition in brackets, up to the comma or the bracket that ends it. */
  void skipDefinition() throws IOException {
    int depth = 0;
    int seen = bytes.peek();
    while (seen != ScannedBytes.END
        && seen != ';'
        && !isAtRows()
        && !(depth == 0 && (seen == ',' || seen == ')'))) {
      depth += seen == '(' ? 1 : seen == ')' ? -1 : 0;
      skipPart(true);
      seen = bytes.peek();
    }
  }

  /** Goes over a quoted text or a single byte, as in {@code DEFINER = `root`@`localhost`}. */
  void skipDefiner() throws IOException {
    skipPart(true);
  }

  static boolean isWordStart(int seen) {
    return isWordPart(seen) && seen != '$' && !(seen >= '0' && seen <= '9');
  }

  /** Goes over a quoted text, a word, a comment or a single byte. */
  private Outcome skipPart(boolean rowsEndText) throws IOException {
    int seen = bytes.peek();
    switch (seen) {
      case '\'', '"', '`' -> {
        return skipQuoted(seen, seen != '`' && backslashEscapes, rowsEndText);
      }
      case '$' -> {
        return skipDollarQuoted(rowsEndText);
      }
      case '-' -> {
        boolean comment = bytes.ahead(1) == '-' && isBlank(bytes.ahead(2));
        skipLineIf(comment);
      }
      case '#' -> skipLineIf(atLineStart);
      case '/' -> {
        if (bytes.ahead(1) == '*') {
          return skipComment(rowsEndText);
        } else {
          advance();
        }
      }
      default -> {
        if (isWordStart(seen)) {
          return skipWord(rowsEndText);
        }
        advance();
      }
    }
    return Outcome.WHOLE;
  }

  private void skipLineIf(boolean comment) throws IOException {
    if (comment) {
      skipLine();
    } else {
      advance();
    }
  }

  /** A word may hold a dollar, or say that a string with escapes follows. */
  private Outcome skipWord(boolean rowsEndText) throws IOException {
    String read = readWord();
    boolean escaped = read.equals("E") && bytes.peek() == '\'';
    return escaped ? skipQuoted('\'', true, rowsEndText) : Outcome.WHOLE;
  }

  private Outcome skipQuoted(int close, boolean escapes) throws IOException {
    return skipQuoted(close, escapes, true);
  }

  private Outcome skipQuoted(int close, boolean escapes, boolean rowsEndText) throws IOException {
    advance();
    while (true) {
      if (!atLineStart) {
        // Nothing before a line end changes that.
        bytes.skipTo(IN_QUOTES);
      }
      int seen = bytes.peek();
      if (seen == ScannedBytes.END) {
        return Outcome.ENDED;
      }
      if (rowsEndText && isAtRows()) {
        return Outcome.BROKEN;
      }
      advance();
      if (seen == '\\' && escapes) {
        advance();
      } else if (seen == close) {
        if (bytes.peek() != close) {
          return Outcome.WHOLE;
        }
        advance();
      }
    }
  }

  private Outcome skipDollarQuoted(boolean rowsEndText) throws IOException {
    int length = 1;
    while (length < MAX_WORD && isTagPart(bytes.ahead(length), length)) {
      length++;
    }
    if (bytes.ahead(length) != '$') {
      advance();
      return Outcome.WHOLE;
    }
    byte[] tag = new byte[length + 1];
    for (int i = 0; i < tag.length; i++) {
      tag[i] = (byte) bytes.peek();
      advance();
    }
    while (!bytes.lookingAt(tag)) {
      if (bytes.peek() == ScannedBytes.END) {
        return Outcome.ENDED;
      }
      if (rowsEndText && isAtRows()) {
        return Outcome.BROKEN;
      }
      advance();
    }
    for (int i = 0; i < tag.length; i++) {
      advance();
    }
    return Outcome.WHOLE;
  }

  private Outcome skipComment(boolean rowsEndText) throws IOException {
    advance();
    advance();
    if (bytes.peek() == '!' || (bytes.peek() == 'M' && bytes.ahead(1) == '!')) {
      do {
        advance();
      } while (bytes.peek() == '!' || isDigit(bytes.peek()));
      return Outcome.WHOLE;
    }
    while (bytes.peek() != ScannedBytes.END && !(bytes.peek() == '*' && bytes.ahead(1) == '/')) {
      if (rowsEndText && isAtRows()) {
        return Outcome.BROKEN;
      }
      advance();
    }
    advance();
    advance();
    return Outcome.WHOLE;
  }

  private void skipDelimiter() throws IOException {
    delimited = true;
    for (int i = 0; i < delimiter.length(); i++) {
      advance();
    }
  }

  private int blocksOpenedBy(String read) throws IOException {
    switch (read) {
      case "BEGIN", "CASE" -> {
        return 1;
      }
      case "END" -> {
        skipBlanks();
        return switch (readWord()) {
          case "IF", "LOOP", "WHILE", "REPEAT", "FOR" -> 0;
          default -> -1;
        };
      }
      default -> {
        return 0;
      }
    }
  }

  /** Whether a line begins here that inserts rows. */
  boolean isAtRows() throws IOException {
    return atLineStart
        && (bytes.lookingAt("INSERT INTO ")
            || bytes.lookingAt("REPLACE INTO ")
            || bytes.lookingAt("INSERT IGNORE INTO "));
  }

  private static boolean isTagPart(int seen, int place) {
    return isWordPart(seen) && seen != '$' && !(place == 1 && isDigit(seen));
  }

  private static boolean isWordPart(int seen) {
    return seen >= 'a' && seen <= 'z'
        || seen >= 'A' && seen <= 'Z'
        || isDigit(seen)
        || seen == '_'
        || seen == '$'
        || seen >= 0x80;
  }

  private static boolean isDigit(int seen) {
    return seen >= '0' && seen <= '9';
  }

  private static boolean isBlank(int seen) {
    return seen == ' ' || seen == '\n' || seen == '\r' || seen == '\t' || seen == '\f';
  }
}
