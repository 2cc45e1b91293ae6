package leakcensus.spark.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** The rows of a summary table. An empty cell is an empty {@code Optional}. */
public final class SummaryRows {

  private final SummaryTable table;
  private final String runId;
  private final List<List<Optional<Object>>> rows = new ArrayList<>();

  /** No rows yet. */
  public SummaryRows(SummaryTable table, String runId) {
    this.table = table;
    this.runId = runId;
  }

  /**
   * Adds a row.
   *
   * @param cells one value a column after {@code run_id}: of the column's type, or an optional
   * @throws IllegalArgumentException if a value is missing or of another type
   */
  public void add(Object... cells) {
    List<SummaryColumn> columns = table.columns();
    if (cells.length != columns.size() - 1) {
      throw new IllegalArgumentException(
          "Invalid row of table %s: %d cells (must be %d)"
              .formatted(table.name(), cells.length, columns.size() - 1));
    }
    List<Optional<Object>> row = new ArrayList<>();
    row.add(Optional.of(runId));
    for (int i = 0; i < cells.length; i++) {
      row.add(cell(columns.get(i + 1), cells[i]));
    }
    rows.add(Collections.unmodifiableList(row));
  }

  /** The table. */
  public SummaryTable table() {
    return table;
  }

  /** All rows, in the order they were added. */
  public List<List<Optional<Object>>> rows() {
    return Collections.unmodifiableList(rows);
  }

  private Optional<Object> cell(SummaryColumn column, Object value) {
    Optional<Object> cell = optional(value);
    if (cell.isPresent() && !column.type().javaType().isInstance(cell.get())) {
      throw new IllegalArgumentException(
          "Invalid cell of column %s.%s: a %s (must be %s)"
              .formatted(
                  table.name(),
                  column.name(),
                  cell.get().getClass().getSimpleName(),
                  column.type().sqlName()));
    }
    return cell;
  }

  private static Optional<Object> optional(Object value) {
    if (value instanceof OptionalDouble real) {
      return real.isPresent() ? Optional.of(real.getAsDouble()) : Optional.empty();
    }
    if (value instanceof OptionalLong whole) {
      return whole.isPresent() ? Optional.of(whole.getAsLong()) : Optional.empty();
    }
    if (value instanceof Optional<?> optional) {
      return optional.map(Object.class::cast);
    }
    return Optional.of(value);
  }
}
