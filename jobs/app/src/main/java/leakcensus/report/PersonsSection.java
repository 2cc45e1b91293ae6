package leakcensus.report;

import java.util.List;
import java.util.Locale;
import leakcensus.report.TableView.Cells;
import leakcensus.spark.table.CensusTables;

/** The part of a summary that says how many persons there are, by which method, and why. */
final class PersonsSection {

  private final TableView tables;
  private final TextLines lines;

  private PersonsSection(TableView tables, TextLines lines) {
    this.tables = tables;
    this.lines = lines;
  }

  /** Adds the part to a summary. */
  static void add(TableView tables, TextLines lines) {
    PersonsSection section = new PersonsSection(tables, lines);
    section.allSources();
    section.eachSource();
    section.gates();
  }

  private void allSources() {
    lines.title("Persons");
    lines.add(
        String.format(
            Locale.ROOT,
            "  %-8s %-28s %14s %14s %14s",
            "scope",
            "method",
            "persons",
            "lower",
            "upper"));
    tables
        .estimates()
        .filter(row -> row.flag("selected") || row.flag("identifiable"))
        .forEach(
            row ->
                lines.add(
                    personLine(
                        row.text("scope"),
                        row.text("method"),
                        row,
                        row.flag("selected") ? "  <- selected" : "")));
    long others =
        tables
            .estimates()
            .filter(row -> !row.flag("selected") && !row.flag("identifiable"))
            .count();
    if (others > 0) {
      lines.wrap(
          "  ",
          "%,d more methods, which this design or the linkage does not support: table person_estimate."
              .formatted(others));
    }
    tables
        .estimates()
        .filter(row -> row.flag("selected"))
        .forEach(
            row ->
                lines.wrap(
                    "  ",
                    "%s: %s %s"
                        .formatted(row.text("scope"), row.text("why"), row.text("assumptions"))));
  }

  private void eachSource() {
    List<Cells> rows =
        tables
            .rows(CensusTables.PERSON_ESTIMATE)
            .filter(row -> !row.text("source").equals(TableView.ALL) && row.flag("selected"))
            .toList();
    if (rows.isEmpty()) {
      return;
    }
    lines.title("Persons of each source alone");
    rows.forEach(
        row ->
            lines.add(
                personLine(
                    row.text("scope"), TextLines.shortened(row.text("source"), 28), row, "")));
  }

  private static String personLine(String scope, String name, Cells row, String mark) {
    return String.format(
        Locale.ROOT,
        "  %-8s %-28s %14s %14s %14s%s",
        scope,
        name,
        row.real("persons").map(Numbers::persons).orElse("-"),
        row.real("lower").map(Numbers::persons).orElse("-"),
        row.real("upper").map(Numbers::persons).orElse("-"),
        mark);
  }

  private void gates() {
    List<Cells> gates = tables.rows(CensusTables.DESIGN_GATE).toList();
    if (gates.isEmpty()) {
      return;
    }
    lines.title("Tests of the stated design (they refuse, and never prove)");
    gates.forEach(
        gate ->
            lines.wrap(
                "  ",
                "%s: %s. %s"
                    .formatted(
                        gate.text("gate").replace('_', ' '),
                        gate.text("outcome").replace('_', ' '),
                        gate.text("explanation"))));
  }
}
