package leakcensus.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import leakcensus.pipeline.CensusRun;
import leakcensus.spark.table.SummaryColumn;
import leakcensus.spark.table.SummaryRows;

/**
 * The rows that a census publishes about people: of every table, without what tells of files and
 * places in them.
 */
final class CountedTables {

  private CountedTables() {}

  /** The rows of each table as text, sorted. */
  static SortedMap<String, List<String>> of(CensusRun run) {
    SortedMap<String, List<String>> tables = new TreeMap<>();
    for (SummaryRows table : run.tables()) {
      String name = table.table().name();
      if (!name.equals("run") && !name.equals("intake")) {
        tables.put(name, table.rows().stream().map(row -> text(table, row)).sorted().toList());
      }
    }
    return tables;
  }

  private static String text(SummaryRows table, List<Optional<Object>> row) {
    List<String> cells = new ArrayList<>();
    List<SummaryColumn> columns = table.table().columns();
    for (int column = 0; column < columns.size(); column++) {
      if (columns.get(column).hashed() && !isOfPlaces(table, columns.get(column))) {
        cells.add(columns.get(column).name() + "=" + row.get(column).map(Object::toString));
      }
    }
    return String.join(" ", cells).replace(Dress.HIT, "");
  }

  /** Gaps between records are counted in bytes, or in rows. */
  private static boolean isOfPlaces(SummaryRows table, SummaryColumn column) {
    return table.table().name().equals("repeat_pairs") && column.name().startsWith("gap");
  }
}
