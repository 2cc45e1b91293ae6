package leakcensus.spark.read;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import leakcensus.source.RecordFault;
import leakcensus.source.RecordFormat;

/** Takes values out of a line of delimited text, quoted as in RFC 4180. */
final class DelimitedLineParser implements LineParser {

  private static final int MAX_FIELDS = 20_000;
  private static final int NOT_MAPPED = -1;

  private final CsvReader.CsvReaderBuilder reader;
  private final int[] columnOfField;
  private final String[] values;
  private final Fields fields = new Fields();

  /**
   * A parser.
   *
   * @param format delimiter and quote
   * @param header names of the fields of a line
   * @param columns names of the fields that are taken
   */
  DelimitedLineParser(RecordFormat.Delimited format, List<String> header, List<String> columns) {
    reader = reader(format);
    values = new String[columns.size()];
    columnOfField = new int[header.size()];
    Map<String, Integer> wanted = new HashMap<>();
    for (int column = 0; column < values.length; column++) {
      wanted.put(columns.get(column), column);
    }
    for (int field = 0; field < columnOfField.length; field++) {
      Integer column = wanted.remove(header.get(field).strip());
      columnOfField[field] = column == null ? NOT_MAPPED : column;
    }
  }

  /** The fields of a header line; empty if it cannot be parsed. */
  static List<String> header(RecordFormat.Delimited format, String line) {
    CsvReader.CsvReaderBuilder reader = reader(format);
    try {
      return isOneRecord(reader, line) ? reader.ofSingleCsvRecord(line).getFields() : List.of();
    } catch (CsvParseException fault) {
      return List.of();
    }
  }

  @Override
  public RecordFault parse(char[] text, int length) {
    Arrays.fill(values, "");
    String line = new String(text, 0, length);
    try {
      if (!isOneRecord(reader, line)) {
        return RecordFault.BAD_SYNTAX;
      }
      int count = reader.ofSingleCsvRecord(fields, line);
      return count == columnOfField.length ? RecordFault.NONE : RecordFault.WRONG_FIELD_COUNT;
    } catch (CsvParseException fault) {
      // The parser's message may quote the text, so it ends here; the record is counted and
      // located.
      return RecordFault.BAD_SYNTAX;
    }
  }

  @Override
  public String value(int column) {
    return values[column];
  }

  /** A lone CR ends a record too, and what stands behind the first record would be lost. */
  private static boolean isOneRecord(CsvReader.CsvReaderBuilder reader, String line) {
    if (line.indexOf('\r') < 0) {
      return true;
    }
    Iterator<CsvRecord> records = reader.ofCsvRecord(line).iterator();
    records.next();
    return !records.hasNext();
  }

  private static CsvReader.CsvReaderBuilder reader(RecordFormat.Delimited format) {
    return CsvReader.builder()
        .fieldSeparator(format.delimiter())
        .quoteCharacter(format.quote())
        .skipEmptyLines(false)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowUnclosedQuote(false);
  }

  /** Takes the wanted fields as they pass, and counts all. */
  private final class Fields extends AbstractBaseCsvCallbackHandler<Integer> {

    @Override
    protected void handleField(int field, char[] text, int offset, int length, boolean quoted) {
      if (field < columnOfField.length && columnOfField[field] != NOT_MAPPED) {
        values[columnOfField[field]] = length == 0 ? "" : new String(text, offset, length);
      }
      if (field > MAX_FIELDS) {
        throw new CsvParseException("more than " + MAX_FIELDS + " fields");
      }
    }

    @Override
    protected Integer buildRecord() {
      return getFieldCount();
    }
  }
}
