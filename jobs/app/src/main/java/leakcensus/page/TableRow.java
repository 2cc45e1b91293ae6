package leakcensus.page;

import java.util.List;
import java.util.Optional;
import leakcensus.spark.table.SummaryTable;
import leakcensus.visible.VisibleText;

/**
 * One row of a published table, its cells by the name of their column. A column that the table does
 * not have is an empty cell: a run of another version may lack it.
 *
 * @param table the table
 * @param cells a cell a column
 */
record TableRow(SummaryTable table, List<Optional<Object>> cells) {

  /** The text of a cell; nothing if it is empty. */
  String text(String column) {
    return cell(column).map(Object::toString).map(VisibleText::of).orElse("");
  }

  /** A whole number. */
  Optional<Long> whole(String column) {
    return cell(column).map(Number.class::cast).map(Number::longValue);
  }

  /** A number, whole or real. */
  Optional<Double> real(String column) {
    return cell(column).map(Number.class::cast).map(Number::doubleValue);
  }

  /** Whether a cell is true; an empty one is not. */
  boolean flag(String column) {
    return cell(column).map(Boolean.class::cast).orElse(false);
  }

  /** Whether the row says that its counts are withheld. */
  boolean suppressed() {
    return flag("suppressed");
  }

  /** A cell of whatever type, as a reader likes it. */
  String shown(String column) {
    return cell(column).map(TableRow::shown).orElse("");
  }

  private static String shown(Object value) {
    if (value instanceof Long whole) {
      return Figures.count(whole);
    }
    return value instanceof Double real ? Figures.number(real) : VisibleText.of(value.toString());
  }

  private Optional<Object> cell(String column) {
    for (int i = 0; i < cells.size(); i++) {
      if (table.columns().get(i).name().equals(column)) {
        return cells.get(i);
      }
    }
    return Optional.empty();
  }
}
