package leakcensus.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
    List<Cells> reached = with(Reached.YES);
    reached.stream().limit(MOST).forEach(this::reached);
    if (reached.size() > MOST) {
      lines.wrap("  ", "yes: %d more: table notification.".formatted(reached.size() - MOST));
    }
    Map<String, List<Cells>> open = new LinkedHashMap<>();
    with(Reached.OPEN)
        .forEach(
            row -> open.computeIfAbsent(row.text("regime"), key -> new ArrayList<>()).add(row));
    open.values().forEach(this::open);
    if (reached.isEmpty() && open.isEmpty()) {
      lines.wrap("  ", "No threshold that counts is reached or open.");
    }
    weighed();
    lines.wrap("  ", notices());
  }

  private void reached(Cells row) {
    lines.wrap(
        "  ",
        "yes: %s, %s (%s): %s."
            .formatted(row.text("regime"), row.text("whom"), threshold(row), row.text("deadline")));
  }

  /** A law can have a threshold for each state: the first stands for all that are open. */
  private void open(List<Cells> ofOneLaw) {
    Cells first = ofOneLaw.get(0);
    lines.wrap(
        "  ",
        "open: %s, %s (%s)%s: %s."
            .formatted(
                first.text("regime"),
                first.text("whom"),
                threshold(first),
                ofOneLaw.size() == 1
                    ? ""
                    : " and %d more thresholds".formatted(ofOneLaw.size() - 1),
                first.text("deadline")));
  }

  private static String threshold(Cells row) {
    return "%s %s %s; %s, %s"
        .formatted(
            row.text("operator").replace('-', ' '),
            Numbers.count(row.whole("threshold")),
            row.text("measure"),
            row.text("jurisdiction"),
            row.text("article"));
  }

  /** Laws without a number are named, since most duties come from them. */
  private void weighed() {
    Set<String> regimes = new LinkedHashSet<>();
    with(Reached.NOT_NUMERIC).forEach(row -> regimes.add(row.text("regime")));
    if (!regimes.isEmpty()) {
      lines.wrap(
          "  ",
          "Without a number, by weighing: %s (table notification; the command notify drafts)."
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
