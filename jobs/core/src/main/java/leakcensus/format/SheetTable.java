package leakcensus.format;

import java.util.List;

/**
 * A sheet of a workbook that has rows.
 *
 * @param name its name
 * @param columns names of its columns; empty if none of its rows names them
 * @param rows how many records it holds
 */
public record SheetTable(String name, List<String> columns, long rows) {

  public SheetTable {
    columns = List.copyOf(columns);
  }
}
