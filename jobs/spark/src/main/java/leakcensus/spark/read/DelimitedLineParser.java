package leakcensus.spark.read;

import java.util.Arrays;
import java.util.List;
import leakcensus.source.DelimitedOptions;
import leakcensus.source.FieldNames;
import leakcensus.source.RecordFault;
import leakcensus.source.RecordFormat;

/** Takes values out of a record of delimited text. */
final class DelimitedLineParser implements LineParser {

  private static final int NOT_THERE = -1;

  private final DelimitedScanner scanner;
  private final boolean joinsLines;
  private final boolean keepsRagged;
  private final int fieldCount;
  private final int[] fieldOfColumn;
  private final String[] values;
  private boolean open;
  private boolean ragged;

  /**
   * A parser.
   *
   * @param format delimiter, quote and escape
   * @param header names of the fields of a record, as they are written
   * @param columns names of the fields that are taken, by {@link FieldNames}
   */
  DelimitedLineParser(RecordFormat.Delimited format, List<String> header, List<String> columns) {
    scanner = new DelimitedScanner(format);
    joinsLines = format.joinsLines();
    keepsRagged = format.options().raggedRows() == DelimitedOptions.RaggedRows.KEPT;
    fieldCount = header.size();
    values = new String[columns.size()];
    fieldOfColumn = new int[columns.size()];
    List<String> names = FieldNames.of(header);
    for (int column = 0; column < values.length; column++) {
      fieldOfColumn[column] = names.indexOf(columns.get(column));
    }
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

  @Override
  public boolean isRagged() {
    return ragged;
  }

  @Override
  public int columns() {
    return values.length;
  }

  @Override
  public String value(int column) {
    return values[column];
  }

  private RecordFault take(DelimitedScanner.Outcome outcome, char[] text) {
    open = joinsLines && outcome == DelimitedScanner.Outcome.OPEN;
    ragged = outcome == DelimitedScanner.Outcome.WHOLE && scanner.count() != fieldCount;
    if (outcome != DelimitedScanner.Outcome.WHOLE) {
      Arrays.fill(values, "");
      return RecordFault.BAD_SYNTAX;
    }
    if (ragged && !keepsRagged) {
      Arrays.fill(values, "");
      return RecordFault.WRONG_FIELD_COUNT;
    }
    for (int column = 0; column < values.length; column++) {
      int field = fieldOfColumn[column];
      boolean there = field != NOT_THERE && field < scanner.count();
      values[column] = there ? scanner.field(field, text) : "";
    }
    return RecordFault.NONE;
  }
}
