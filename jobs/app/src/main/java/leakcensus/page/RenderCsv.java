package leakcensus.page;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import leakcensus.spark.table.SummaryColumn;
import leakcensus.spark.table.SummaryRows;
import leakcensus.visible.VisibleText;

/**
 * Writes a table as CSV for a spreadsheet: UTF-8 with a byte order mark, a header, empty cells
 * where the table has none.
 *
 * <p>A spreadsheet runs text as a formula if it begins with one of a few characters, and names come
 * from a configuration; an apostrophe before such text keeps it text. Characters that act on what
 * shows them stand by their escape. Numbers stay as they are.
 *
 * <p>Source: OWASP, CSV Injection (the characters), with their full-width forms.
 */
final class RenderCsv {

  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final String FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

  private static final String BLANKS = "\t\r\n";
  private static final String SEPARATORS = ",;|\t\r\n\"";

  private RenderCsv() {}

  static String of(SummaryRows rows) {
    StringWriter text = new StringWriter();
    text.write(BYTE_ORDER_MARK);
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(rows.table().columns().stream().map(SummaryColumn::name).toList());
      for (List<Optional<Object>> row : rows.rows()) {
        csv.writeRecord(row.stream().map(cell -> cell.map(RenderCsv::cell).orElse("")).toList());
      }
    } catch (IOException fault) {
      throw new UncheckedIOException("Cannot write table " + rows.table().name(), fault);
    }
    return text.toString();
  }

  private static String cell(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(Object::toString).collect(Collectors.joining(" "));
    }
    return value instanceof String text ? defused(text) : value.toString();
  }

  /** Separators count too: where a spreadsheet takes another one for granted, a cell ends there. */
  private static String defused(String text) {
    StringBuilder defused = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      boolean begins = i == 0 || SEPARATORS.indexOf(text.charAt(i - 1)) >= 0;
      boolean runs = FORMULA.indexOf(text.charAt(i)) >= 0;
      if (begins && runs || i == 0 && BLANKS.indexOf(text.charAt(i)) >= 0) {
        defused.append('\'');
      }
      defused.append(text.charAt(i));
    }
    return VisibleText.of(defused.toString());
  }
}
