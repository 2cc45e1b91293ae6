package leakcensus.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import leakcensus.source.IntakeMeasure;
import leakcensus.source.RecordCursor;
import leakcensus.source.RecordFault;
import leakcensus.source.SplitTally;
import leakcensus.source.SqlOptions;

/**
 * Goes through the rows of a text dump of MySQL, PostgreSQL or SQLite: the tuples of {@code INSERT}
 * and {@code REPLACE}, and the lines of {@code COPY ... FROM stdin}.
 *
 * <p>Columns are named by the statement, else by {@code CREATE TABLE}, else by the options; rows of
 * a table whose columns nobody names have the wrong number of fields. Values of binary columns are
 * text where they can be, else hexadecimal digits as the dump writes them. Rows of tables that are
 * not wanted, and commas, are separators; all else is header.
 */
public final class SqlDump implements RecordCursor {

  private enum Place {
    STATEMENTS,
    TUPLES,
    COPIED_LINES
  }

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  /** Words between {@code INSERT} and the name of the table. */
  private static final Set<String> MODIFIERS =
      Set.of(
          "LOW_PRIORITY",
          "DELAYED",
          "HIGH_PRIORITY",
          "IGNORE",
          "INTO",
          "OR",
          "REPLACE",
          "ROLLBACK",
          "ABORT",
          "FAIL",
          "ONLY");

  private final ScannedBytes bytes;
  private final SqlScanner scanner;
  private final SqlSchema schema;
  private final SqlDefinitions definitions;
  private final SqlTuple tuple;
  private final CurrentRecord record;
  private final boolean dumpTells;
  private final boolean mayHaveMark;
  private final long first;

  private Place place = Place.STATEMENTS;
  private String table = "";
  private boolean wanted;
  private boolean copiedAsCsv;
  private boolean tupleDue;

  /** A cursor over a stream. */
  public SqlDump(FormatInput input, SqlOptions options) {
    bytes = new ScannedBytes(input);
    scanner = new SqlScanner(bytes, input.charset());
    schema = new SqlSchema(options);
    definitions = new SqlDefinitions(scanner, schema);
    tuple = new SqlTuple(input.columns(), input.charset());
    record = new CurrentRecord(bytes, input.tally());
    dumpTells = options.backslashes() == SqlOptions.Backslashes.AS_THE_DUMP_SAYS;
    scanner.escapeByBackslash(options.backslashes() != SqlOptions.Backslashes.CHARACTERS);
    mayHaveMark = input.charset().equals(StandardCharsets.UTF_8);
    first = input.firstOffset();
  }

  @Override
  public boolean next() throws IOException {
    if (mayHaveMark && bytes.offset() == first && bytes.lookingAt(BYTE_ORDER_MARK)) {
      bytes.skip(BYTE_ORDER_MARK.length);
    }
    while (true) {
      boolean met =
          switch (place) {
            case STATEMENTS -> readStatement();
            case TUPLES -> readTuple();
            case COPIED_LINES -> readCopiedLine();
          };
      if (met) {
        return true;
      }
      if (bytes.peek() == ScannedBytes.END) {
        return end();
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
    return tuple.value(column);
  }

  @Override
  public SplitTally tally() {
    return record.tally();
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }

  /** Name of the table of the record. */
  public String table() {
    return table;
  }

  /** The tables that the dump has told of so far. */
  SqlSchema schema() {
    return schema;
  }

  private boolean end() {
    record.charge(IntakeMeasure.HEADER_BYTES);
    if (bytes.isBroken() || place == Place.COPIED_LINES) {
      record.breakOff();
    }
    return false;
  }

  /** Reads up to the rows of a statement, or over it; whether it was a record by itself. */
  private boolean readStatement() throws IOException {
    scanner.skipBlanks();
    int seen = bytes.peek();
    boolean met = false;
    if (scanner.isAtDelimiter()) {
      scanner.skipStatement();
    } else if (SqlScanner.isWordStart(seen)) {
      met = readStatement(scanner.readWord());
    } else if (seen == '\\') {
      // A command to psql.
      scanner.skipLine();
    } else if (seen != ScannedBytes.END) {
      scanner.advance();
      // What follows is not the rest of a statement where rows begin.
      scanner.skipStatement();
    }
    if (!met) {
      record.charge(IntakeMeasure.HEADER_BYTES);
    }
    return met;
  }

  private boolean readStatement(String word) throws IOException {
    switch (word) {
      case "INSERT", "REPLACE" -> {
        return readInsert();
      }
      case "COPY" -> readCopy();
      case "CREATE" -> definitions.read();
      case "DO" -> scanner.skipRoutine();
      case "DELIMITER" -> scanner.readDelimiter();
      case "SET" -> readSetting();
      case "PRAGMA" -> {
        // SQLite: strings know no escapes.
        letDumpTell(false);
        scanner.skipStatement();
      }
      default -> scanner.skipStatement();
    }
    return false;
  }

  private void readSetting() throws IOException {
    scanner.skipBlanks();
    if (scanner.readWord().equals("STANDARD_CONFORMING_STRINGS")) {
      scanner.skipBlanks();
      if (bytes.peek() == '=') {
        scanner.advance();
      }
      scanner.skipBlanks();
      letDumpTell(!scanner.readWord().equals("ON"));
    }
    scanner.skipStatement();
  }

  private void letDumpTell(boolean backslashEscapes) {
    if (dumpTells) {
      scanner.escapeByBackslash(backslashEscapes);
    }
  }

  private boolean readInsert() throws IOException {
    long start = bytes.offset();
    List<String> columns = readTarget();
    while (true) {
      scanner.skipBlanks();
      if (bytes.peek() == ScannedBytes.END || scanner.isAtRows()) {
        scanner.skipStatement();
        return meetBroken(start);
      }
      if (bytes.peek() == '(') {
        // PARTITION (p0), or a query in brackets.
        scanner.skipTuple();
        continue;
      }
      String word = scanner.readWord();
      switch (word) {
        case "VALUES", "VALUE" -> {
          startRows(columns, Place.TUPLES);
          return false;
        }
        case "OVERRIDING" -> {
          scanner.skipBlanks();
          scanner.readWord();
          scanner.skipBlanks();
          scanner.readWord();
        }
        case "PARTITION" -> {}
        case "AS" -> {
          scanner.skipBlanks();
          scanner.readName();
          scanner.skipBlanks();
          columns = bytes.peek() == '(' ? readColumns() : columns;
        }
        case "SET" -> {
          scanner.skipStatement();
          return meetBroken(start);
        }
        case "SELECT", "WITH", "TABLE", "DEFAULT" -> {
          // Rows that stand elsewhere, or hold nothing.
          scanner.skipStatement();
          return false;
        }
        default -> {
          scanner.skipStatement();
          return meetBroken(start);
        }
      }
    }
  }

  /** Counts a statement whose rows nobody can read, if they are wanted. */
  private boolean meetBroken(long start) throws IOException {
    boolean ended = bytes.peek() == ScannedBytes.END && !scanner.endsWithDelimiter();
    if (ended) {
      record.breakOff();
    }
    if (wanted) {
      record.meet(start, ended ? RecordFault.TRUNCATED : RecordFault.BAD_SYNTAX);
    }
    return wanted;
  }

  /** Reads the name of a table and, if they follow, its columns. */
  private List<String> readTarget() throws IOException {
    scanner.skipBlanks();
    table = scanner.readQualifiedName();
    while (MODIFIERS.contains(table.toUpperCase(Locale.ROOT))) {
      scanner.skipBlanks();
      table = scanner.readQualifiedName();
    }
    wanted = schema.isWanted(table);
    scanner.skipBlanks();
    return bytes.peek() == '(' ? readColumns() : List.of();
  }

  private List<String> readColumns() throws IOException {
    List<String> columns = new ArrayList<>();
    do {
      scanner.advance();
      scanner.skipBlanks();
      String column = scanner.readName();
      if (columns.size() < SqlDefinitions.MAX_COLUMNS) {
        columns.add(column);
      }
      scanner.skipDefinition();
    } while (bytes.peek() == ',');
    if (bytes.peek() == ')') {
      scanner.advance();
    }
    return columns;
  }

  private void startRows(List<String> columns, Place rows) {
    schema.remember(table, columns);
    tuple.arrange(columns.isEmpty() ? schema.columns(table) : columns);
    place = rows;
    tupleDue = true;
  }

  private boolean readTuple() throws IOException {
    scanner.skipBlanks();
    boolean more = bytes.peek() == ',';
    if (more) {
      scanner.advance();
      scanner.skipBlanks();
    }
    if (SqlScanner.isWordStart(bytes.peek()) && bytes.lookingAt("ROW")) {
      scanner.readWord();
      scanner.skipBlanks();
    }
    record.charge(IntakeMeasure.SEPARATOR_BYTES);
    boolean due = more || tupleDue;
    tupleDue = false;
    if (bytes.peek() != '(') {
      boolean ended = bytes.peek() == ScannedBytes.END;
      if (ended && due) {
        record.breakOff();
      }
      place = Place.STATEMENTS;
      long start = bytes.offset();
      boolean nothing = ended || scanner.isAtDelimiter() || scanner.isAtRows();
      scanner.skipStatement();
      if (due && !nothing && wanted) {
        record.meet(start, RecordFault.BAD_SYNTAX);
        return true;
      }
      record.charge(wanted ? IntakeMeasure.HEADER_BYTES : IntakeMeasure.SEPARATOR_BYTES);
      return false;
    }
    return readRow();
  }

  private boolean readRow() throws IOException {
    long start = bytes.offset();
    if (wanted) {
      bytes.hold();
    }
    SqlScanner.Outcome outcome = scanner.skipTuple();
    if (wanted) {
      bytes.release();
    }
    if (outcome == SqlScanner.Outcome.ENDED) {
      record.breakOff();
      place = Place.STATEMENTS;
    } else if (outcome == SqlScanner.Outcome.BROKEN) {
      place = Place.STATEMENTS;
      scanner.skipStatement();
    }
    if (wanted) {
      record.meet(start, fault(outcome));
    } else {
      record.charge(IntakeMeasure.SEPARATOR_BYTES);
    }
    return wanted;
  }

  private RecordFault fault(SqlScanner.Outcome outcome) {
    if (bytes.isTooLong()) {
      return RecordFault.TOO_LONG;
    }
    return switch (outcome) {
      case ENDED -> RecordFault.TRUNCATED;
      case BROKEN -> RecordFault.BAD_SYNTAX;
      case WHOLE -> tuple.readTuple(bytes.held(), bytes.heldBytes(), scanner.escapesByBackslash());
    };
  }

  private void readCopy() throws IOException {
    List<String> columns = readTarget();
    scanner.skipBlanks();
    boolean from = scanner.readWord().equals("FROM");
    scanner.skipBlanks();
    if (!from || !scanner.readWord().equals("STDIN")) {
      scanner.skipStatement();
      return;
    }
    copiedAsCsv = false;
    while (bytes.peek() != ScannedBytes.END && !scanner.isAtDelimiter()) {
      if (SqlScanner.isWordStart(bytes.peek())) {
        copiedAsCsv |= scanner.readWord().equals("CSV");
      } else {
        scanner.advance();
      }
    }
    scanner.skipLine();
    startRows(columns, Place.COPIED_LINES);
  }

  private boolean readCopiedLine() throws IOException {
    if (bytes.peek() == ScannedBytes.END) {
      return false;
    }
    int behind = bytes.peek() == '\\' && bytes.ahead(1) == '.' ? bytes.ahead(2) : 0;
    if (behind == '\n' || behind == '\r' || behind == ScannedBytes.END) {
      scanner.skipLine();
      record.charge(wanted ? IntakeMeasure.HEADER_BYTES : IntakeMeasure.SEPARATOR_BYTES);
      place = Place.STATEMENTS;
      return false;
    }
    long start = bytes.offset();
    if (wanted) {
      bytes.hold();
    }
    skipCopiedLine();
    boolean ended = bytes.peek() == ScannedBytes.END;
    if (wanted) {
      bytes.release();
      record.meet(start, copiedFault(ended));
    }
    if (ended) {
      record.breakOff();
    }
    skipLineEnd();
    record.charge(IntakeMeasure.SEPARATOR_BYTES);
    return wanted;
  }

  private RecordFault copiedFault(boolean ended) {
    if (bytes.isTooLong()) {
      return RecordFault.TOO_LONG;
    }
    if (ended) {
      return RecordFault.TRUNCATED;
    }
    return copiedAsCsv ? RecordFault.BAD_SYNTAX : tuple.readCopied(bytes.held(), bytes.heldBytes());
  }

  private void skipCopiedLine() throws IOException {
    int seen = bytes.peek();
    while (seen != '\n' && seen != ScannedBytes.END && !(seen == '\r' && bytes.ahead(1) == '\n')) {
      bytes.advance();
      seen = bytes.peek();
    }
  }

  private void skipLineEnd() throws IOException {
    while (bytes.peek() == '\r') {
      scanner.advance();
    }
    if (bytes.peek() == '\n') {
      scanner.advance();
    }
  }
}
