package leakcensus.spark.table;

import java.util.ArrayList;
import java.util.List;

/**
 * A table that a run publishes.
 *
 * @param name name of the table
 * @param rowMeaning what one row stands for
 * @param columns its columns
 */
public record SummaryTable(String name, String rowMeaning, List<SummaryColumn> columns) {

  public SummaryTable {
    columns = List.copyOf(columns);
  }

  /** A table with the column {@code run_id}, which every table has. */
  public static Builder named(String name, String rowMeaning) {
    return new Builder(name, rowMeaning).with("run_id", ColumnType.TEXT, false, "id of the run");
  }

  /** Collects the columns of a table. */
  public static final class Builder {

    private final String name;
    private final String rowMeaning;
    private final List<SummaryColumn> columns = new ArrayList<>();

    private Builder(String name, String rowMeaning) {
      this.name = name;
      this.rowMeaning = rowMeaning;
    }

    /** Adds a column of whole numbers. */
    public Builder whole(String column, String meaning) {
      return with(column, ColumnType.WHOLE, true, meaning);
    }

    /** Adds a column of real numbers. */
    public Builder real(String column, String meaning) {
      return with(column, ColumnType.REAL, true, meaning);
    }

    /** Adds a column that is true or false. */
    public Builder flag(String column, String meaning) {
      return with(column, ColumnType.FLAG, true, meaning);
    }

    /** Adds a column of text. */
    public Builder text(String column, String meaning) {
      return with(column, ColumnType.TEXT, true, meaning);
    }

    /** Adds a column of lists of whole numbers. */
    public Builder wholes(String column, String meaning) {
      return with(column, ColumnType.WHOLES, true, meaning);
    }

    /** Adds a column that belongs to the run and not to the data, so that no hash holds it. */
    public Builder unhashed(String column, ColumnType type, String meaning) {
      return with(column, type, false, meaning);
    }

    /** The table. */
    public SummaryTable table() {
      return new SummaryTable(name, rowMeaning, columns);
    }

    private Builder with(String column, ColumnType type, boolean hashed, String meaning) {
      columns.add(new SummaryColumn(column, type, hashed, meaning));
      return this;
    }
  }
}
