package leakcensus.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import leakcensus.spark.table.SummaryRows;
import leakcensus.spark.table.SummaryTable;

/** Reads published tables row by row, cells by the name of their column. */
final class TableView {

  private final List<SummaryRows> tables;

  TableView(List<SummaryRows> tables) {
    this.tables = List.copyOf(tables);
  }

  /** The rows of a table. */
  Stream<Cells> rows(SummaryTable table) {
    return tables.stream()
        .filter(rows -> rows.table().name().equals(table.name()))
        .flatMap(rows -> rows.rows().stream().map(row -> new Cells(table, row)));
  }

  /** The cells of one row. */
  record Cells(SummaryTable table, List<Optional<Object>> row) {

    String text(String column) {
      return cell(column).map(Object::toString).orElse("");
    }

    Optional<Long> whole(String column) {
      return cell(column).map(Long.class::cast);
    }

    Optional<Double> real(String column) {
      return cell(column).map(Double.class::cast);
    }

    boolean flag(String column) {
      return cell(column).map(Boolean.class::cast).orElse(false);
    }

    private Optional<Object> cell(String column) {
      for (int i = 0; i < row.size(); i++) {
        if (table.columns().get(i).name().equals(column)) {
          return row.get(i);
        }
      }
      throw new IllegalStateException("Unknown column: %s.%s".formatted(table.name(), column));
    }
  }
}
