package leakcensus.spark.write;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import leakcensus.spark.table.SummaryRows;
import leakcensus.spark.table.SummaryTable;

/** The cells of one row, by the name of their column. */
record Cells(SummaryTable table, List<Optional<Object>> row) {

  /** The rows of a table; none if it is not among the tables. */
  static Stream<Cells> of(Map<String, SummaryRows> tables, SummaryTable table) {
    return tables.containsKey(table.name())
        ? tables.get(table.name()).rows().stream().map(row -> new Cells(table, row))
        : Stream.empty();
  }

  /** A number, 0 where the cell is empty. */
  long whole(String column) {
    return count(column).orElse(0);
  }

  /** A number, or nothing where the cell is empty. */
  OptionalLong count(String column) {
    Optional<Object> cell = cell(column);
    return cell.isPresent() ? OptionalLong.of((Long) cell.get()) : OptionalLong.empty();
  }

  String text(String column) {
    return cell(column).map(Object::toString).orElse("");
  }

  private Optional<Object> cell(String name) {
    for (int column = 0; column < row.size(); column++) {
      if (table.columns().get(column).name().equals(name)) {
        return row.get(column);
      }
    }
    throw new IllegalStateException("Unknown column: %s.%s".formatted(table.name(), name));
  }
}
