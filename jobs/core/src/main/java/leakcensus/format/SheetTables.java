package leakcensus.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import leakcensus.source.RecordFault;
import leakcensus.source.SplitTally;

/** Lists the sheets of an XLSX workbook that have rows, for an inventory. */
public final class SheetTables {

  private static final int MAX_ROW_CHARACTERS = 1 << 20;

  private SheetTables() {}

  /**
   * The sheets with rows, in order.
   *
   * @param bytes the workbook; it is read to its end and closed
   * @param tally told of what is broken or cannot be read
   * @throws IOException if the stream cannot be read
   */
  public static List<SheetTable> list(InputStream bytes, SplitTally tally) throws IOException {
    Map<String, List<String>> columns = new LinkedHashMap<>();
    Map<String, Long> rows = new LinkedHashMap<>();
    FormatInput input =
        new FormatInput(bytes, StandardCharsets.UTF_8, List.of(), MAX_ROW_CHARACTERS, tally, 0);
    try (Workbook workbook = new Workbook(input, WorkbookOptions.allSheets())) {
      while (workbook.next()) {
        if (workbook.fault() != RecordFault.TRUNCATED) {
          columns.putIfAbsent(workbook.sheetName(), workbook.columnNames());
          rows.merge(workbook.sheetName(), 1L, Long::sum);
        }
      }
    }
    List<SheetTable> sheets = new ArrayList<>();
    columns.forEach((name, named) -> sheets.add(new SheetTable(name, named, rows.get(name))));
    return sheets;
  }
}
