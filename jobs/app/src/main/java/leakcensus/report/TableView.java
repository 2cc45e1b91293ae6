package leakcensus.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import leakcensus.spark.table.CensusTables;
import leakcensus.spark.table.SummaryRows;
import leakcensus.spark.table.SummaryTable;
import leakcensus.visible.VisibleText;

/** Reads published tables row by row, cells by the name of their column. */
final class TableView {

  /** Stands for all sources together. */
  static final String ALL = "*";

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

  /** The rows of the persons of all sources together. */
  Stream<Cells> estimates() {
    return rows(CensusTables.PERSON_ESTIMATE).filter(row -> row.text("source").equals(ALL));
  }

  /** The row that answers for a scope. */
  Cells selected(String scope) {
    return estimates()
        .filter(row -> row.text("scope").equals(scope) && row.flag("selected"))
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("Missing selected estimate of scope " + scope));
  }

  /** The cells of one row. */
  record Cells(SummaryTable table, List<Optional<Object>> row) {

    String text(String column) {
      return cell(column).map(Object::toString).map(VisibleText::of).orElse("");
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
