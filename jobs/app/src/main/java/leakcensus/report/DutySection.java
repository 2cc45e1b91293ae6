package leakcensus.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import leakcensus.duty.Reached;
import leakcensus.report.TableView.Cells;
import leakcensus.spark.table.CensusTables;

/**
 * The part of a summary that says whom laws want told, and by when; made from the published tables.
 */
final class DutySection {

  private static final int MOST = 6;

  private final List<Cells> rows;
  private final TextLines lines;

  private DutySection(List<Cells> rows, TextLines lines) {
    this.rows = rows;
    this.lines = lines;
  }

  /** Adds the part to a summary, if the run has held its numbers against laws. */
  static void add(TableView tables, TextLines lines) {
    List<Cells> rows = tables.rows(CensusTables.NOTIFICATION).toList();
    if (!rows.isEmpty()) {
      new DutySection(rows, lines).add();
    }
  }

  private void add() {
    lines.title("Whom to tell, and by when (as far as these laws apply)");
    List<Cells> shown = new ArrayList<>(with(Reached.YES));
    shown.addAll(with(Reached.OPEN));
    shown.stream()
        .limit(MOST)
        .forEach(
            row ->
                lines.wrap(
                    "  ",
                    "%s: %s, %s (%s %s %s in %s; %s): %s."
                        .formatted(
                            row.text("reached"),
                            row.text("regime"),
                            row.text("whom"),
                            row.text("operator").replace('-', ' '),
                            Numbers.count(row.whole("threshold")),
                            row.text("measure"),
                            row.text("jurisdiction"),
                            row.text("article"),
                            row.text("deadline"))));
    if (shown.isEmpty()) {
      lines.wrap("  ", "No threshold that counts is reached or open.");
    }
    if (shown.size() > MOST) {
      lines.wrap("  ", "%d more: table notification.".formatted(shown.size() - MOST));
    }
    weighed();
    lines.wrap("  ", notices());
  }

  /** Laws without a number are named, since most duties come from them. */
  private void weighed() {
    Set<String> regimes = new LinkedHashSet<>();
    with(Reached.NOT_NUMERIC).forEach(row -> regimes.add(row.text("regime")));
    if (!regimes.isEmpty()) {
      lines.wrap(
          "  ",
          "Without a number, by weighing: %s (table notification; leak-census notify drafts)."
              .formatted(String.join(", ", regimes)));
    }
  }

  private String notices() {
    Set<String> notices = new LinkedHashSet<>();
    rows.forEach(row -> notices.add(row.text("notice")));
    return String.join(" ", notices);
  }

  private List<Cells> with(Reached reached) {
    return rows.stream().filter(row -> row.text("reached").equals(reached.key())).toList();
  }
}
