package leakcensus.spark.read;

import java.util.ArrayList;
import java.util.List;
import leakcensus.source.RecordFault;
import leakcensus.source.RecordFormat;

/** Takes the names of the fields out of the header of delimited text. */
final class DelimitedHeader implements LineParser {

  /** Why the records of a file are not read. */
  static final String UNREADABLE =
      "Cannot parse the header line: a quote that is not closed, text behind a quote, more than %,d columns, or longer than read.max-record-bytes. State delimiter, quote and multi-line, or columns where the file has no header."
          .formatted(DelimitedScanner.MAX_FIELDS);

  private final RecordFormat.Delimited format;
  private final List<String> columns;
  private final DelimitedScanner scanner;
  private List<String> names = List.of();
  private boolean open;

  /**
   * A header that is not parsed yet.
   *
   * @param format delimiter, quote and escape
   * @param columns names of the fields that are taken out of the records
   */
  DelimitedHeader(RecordFormat.Delimited format, List<String> columns) {
    this.format = format;
    this.columns = columns;
    scanner = new DelimitedScanner(format);
  }

  @Override
  public RecordFault parse(char[] text, int length) {
    return take(scanner.scan(text, length), text);
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public RecordFault resume(char[] text, int length) {
    return take(scanner.resume(text, length), text);
  }

  /** A header has no values. */
  @Override
  public int columns() {
    return 0;
  }

  @Override
  public String value(int column) {
    throw new IllegalStateException("A header has names and no values");
  }

  /** The names as they are written; none where they cannot be parsed. */
  List<String> names() {
    return names;
  }

  /** The parser of the records behind the header. */
  LineParser parserOfRecords() {
    return new DelimitedLineParser(format, names, columns);
  }

  private RecordFault take(DelimitedScanner.Outcome outcome, char[] text) {
    open = format.joinsLines() && outcome == DelimitedScanner.Outcome.OPEN;
    List<String> found = new ArrayList<>();
    if (outcome == DelimitedScanner.Outcome.WHOLE) {
      for (int field = 0; field < scanner.count(); field++) {
        found.add(scanner.field(field, text));
      }
    }
    names = found;
    return found.isEmpty() ? RecordFault.BAD_SYNTAX : RecordFault.NONE;
  }
}
