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

/**
 * Writes a table as CSV for a spreadsheet: UTF-8 with a byte order mark, a header, empty cells
 * where the table has none.
 *
 * <p>A spreadsheet runs text as a formula if it begins with one of a few characters, and names come
 * from a configuration; an apostrophe before such text keeps it text. Numbers stay as they are.
 *
 * <p>Source: OWASP, CSV Injection (the characters), with their full-width forms.
 */
final class RenderCsv {

  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

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

  private static String defused(String text) {
    return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
