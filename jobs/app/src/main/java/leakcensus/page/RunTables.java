package leakcensus.page;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import leakcensus.spark.table.SummaryRows;

/** The published tables of a run, by name. A table that the run does not have has no rows. */
final class RunTables {

  /** Stands for all sources, or all slots, together. */
  static final String ALL = "*";

  private final List<SummaryRows> tables;

  RunTables(List<SummaryRows> tables) {
    this.tables = List.copyOf(tables);
  }

  /** The rows of a table. */
  List<TableRow> rows(String table) {
    return stream(table).toList();
  }

  /** The rows of a table, one by one. */
  Stream<TableRow> stream(String table) {
    return tables.stream()
        .filter(rows -> rows.table().name().equals(table))
        .flatMap(rows -> rows.rows().stream().map(row -> new TableRow(rows.table(), row)));
  }

  /** The row that answers for a scope over all sources. */
  Optional<TableRow> selected(String scope) {
    return estimates(scope).filter(row -> row.flag("selected")).findFirst();
  }

  /** All estimates for a scope over all sources. */
  Stream<TableRow> estimates(String scope) {
    return stream("person_estimate")
        .filter(row -> row.text("source").equals(ALL) && row.text("scope").equals(scope));
  }

  /** How many persons the resolution has found in the sample, by their number of mentions. */
  List<TableRow> personFrequencies() {
    return stream("frequency")
        .filter(row -> row.text("source").equals(ALL) && row.text("level").equals("person"))
        .toList();
  }

  /** Persons that the resolution has found in the sample. */
  long personsFound() {
    return personFrequencies().stream()
        .mapToLong(row -> row.whole("persons").orElse(0L))
        .reduce(0, Math::addExact);
  }

  /** The row of the run itself. */
  Optional<TableRow> run() {
    return stream("run").findFirst();
  }
}
