package leakcensus.report;

import java.util.List;
import leakcensus.report.TableView.Cells;
import leakcensus.severity.ScoreSeverity;
import leakcensus.spark.table.CensusTables;

/** The part of a summary that says how severe the breach is; made from the published tables. */
final class SeveritySection {

  private SeveritySection() {}

  /** Adds the part to a summary, if the run has scored it. */
  static void add(TableView tables, TextLines lines) {
    List<Cells> rows = tables.rows(CensusTables.SEVERITY).toList();
    if (rows.isEmpty()) {
      return;
    }
    lines.title("How severe (ENISA 2013: kind of data x ease of identification + circumstances)");
    rows.stream()
        .filter(row -> row.text("component").equals(ScoreSeverity.SCORE))
        .forEach(row -> lines.wrap("  ", row.text("reason")));
    rows.stream()
        .filter(row -> List.of("dpc", "ei").contains(row.text("component")))
        .forEach(
            row -> lines.wrap("  ", "%s: %s".formatted(row.text("component"), row.text("reason"))));
  }
}
