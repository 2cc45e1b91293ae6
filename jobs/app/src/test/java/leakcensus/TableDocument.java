package leakcensus;

import java.util.List;
import java.util.StringJoiner;
import leakcensus.spark.table.SummaryColumn;
import leakcensus.spark.table.SummaryTable;

/** The tables that a census publishes, as the Markdown of docs/tables.md. */
final class TableDocument {

  private TableDocument() {}

  /** A list of the tables, then a section for each. */
  static String markdown(List<SummaryTable> tables) {
    StringBuilder text = new StringBuilder("\n| table | one row per |\n| --- | --- |\n");
    for (SummaryTable table : tables) {
      text.append(
          "| [`%s`](#%s) | %s |\n"
              .formatted(table.name(), table.name(), escaped(table.rowMeaning())));
    }
    tables.forEach(table -> text.append(section(table)));
    return text.toString();
  }

  private static String section(SummaryTable table) {
    StringJoiner rows = new StringJoiner("\n", "", "\n");
    for (SummaryColumn column : table.columns()) {
      rows.add(
          "| `%s` | `%s` | %s | %s |"
              .formatted(
                  column.name(),
                  column.type().sqlName(),
                  column.hashed() ? "yes" : "no",
                  escaped(column.meaning())));
    }
    return """

        ## %s

        One row per %s.

        | column | type | in hash | meaning |
        | --- | --- | --- | --- |
        %s"""
        .formatted(table.name(), table.rowMeaning(), rows);
  }

  private static String escaped(String text) {
    return text.replace("|", "\\|").replace("*", "\\*").replace("<", "&lt;");
  }
}
