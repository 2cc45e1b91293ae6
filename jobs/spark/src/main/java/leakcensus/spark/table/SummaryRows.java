package leakcensus.spark.table;

import java.util.ArrayList;
import java.util.Arrays;
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
    List<Object> row = new ArrayList<>();
    row.add(runId);
    row.addAll(Arrays.asList(cells));
    addRow(row);
  }

  /**
   * Adds a row of whatever run.
   *
   * @param cells one value a column, {@code run_id} included: of the column's type, or an optional
   * @throws IllegalArgumentException if a value is missing or of another type
   */
  public void addRow(List<?> cells) {
    List<SummaryColumn> columns = table.columns();
    if (cells.size() != columns.size()) {
      throw new IllegalArgumentException(
          "Invalid row of table %s: %d cells (must be %d)"
              .formatted(table.name(), cells.size(), columns.size()));
    }
    List<Optional<Object>> row = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      row.add(cell(columns.get(i), cells.get(i)));
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
