package leakcensus.page;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import leakcensus.page.Grid.Cell;

/** What was read, what could not be used, and what the linkage says of its own errors. */
final class QualitySection {

  private static final int SHOWN = 60;

  private QualitySection() {}

  static Section of(RunTables tables, Texts texts) {
    Section.Builder section = new Section.Builder("quality", texts);
    tables.run().ifPresent(run -> intake(section, run));
    files(section, tables, texts);
    quarantine(section, tables, texts);
    linkage(section, tables, texts);
    return section.section();
  }

  private static void intake(Section.Builder section, TableRow run) {
    long read = run.whole("records_read").orElse(0L);
    long bad = run.whole("records_quarantined").orElse(0L);
    section.say(
        "quality.read",
        Figures.count(read),
        run.shown("files"),
        run.shown("records_kept"),
        Figures.count(bad),
        Figures.percent(read > 0 ? (double) bad / read : 0));
    section.say(
        "quality.mentions",
        run.shown("mentions"),
        run.shown("unattributable_mentions"),
        run.shown("organisation_mentions"));
  }

  private static void files(Section.Builder section, RunTables tables, Texts texts) {
    Map<String, Long> byStatus = new TreeMap<>();
    tables.rows("intake").forEach(file -> byStatus.merge(file.text("status"), 1L, Math::addExact));
    byStatus.remove("read");
    byStatus.forEach(
        (status, files) ->
            section.warn("quality.files", Figures.count(files), texts.word("status", status)));
  }

  private static void quarantine(Section.Builder section, RunTables tables, Texts texts) {
    List<TableRow> reasons = tables.rows("quarantine");
    if (reasons.isEmpty()) {
      section.say("quality.quarantine.none");
      return;
    }
    Grid.Builder grid =
        new Grid.Builder(
            texts,
            texts.say("quality.quarantine"),
            texts.say("head.source"),
            texts.say("head.reason"),
            texts.say("head.records"),
            texts.say("head.meaning"));
    reasons.forEach(
        row ->
            grid.row(
                Cell.head(row.text("source")),
                Cell.text(texts.word("quarantine", row.text("reason"))),
                Cell.number(row.shown("records")),
                Cell.of(texts.quoted(row.text("meaning")))));
    section.table(grid.first(SHOWN, "quarantine"));
  }

  private static void linkage(Section.Builder section, RunTables tables, Texts texts) {
    List<TableRow> pairs =
        tables.stream("linkage_quality")
            .filter(row -> row.text("identifier").equals("pair"))
            .toList();
    if (!pairs.isEmpty()) {
      section.say(
          "quality.linkage",
          sum(pairs, "expected_false_merges"),
          sum(pairs, "expected_false_splits"));
    }
    List<TableRow> refused =
        tables.stream("linkage_quality")
            .filter(row -> row.text("outcome").startsWith("refused"))
            .toList();
    if (refused.isEmpty()) {
      return;
    }
    Grid.Builder grid =
        new Grid.Builder(
            texts,
            texts.say("quality.refused"),
            texts.say("head.identifier"),
            texts.say("head.identifiers"),
            texts.say("head.mentions"),
            texts.say("head.joins"),
            texts.say("head.meaning"));
    refused.forEach(
        row ->
            grid.row(
                Cell.head(texts.word("field", row.text("identifier"))),
                Cell.number(row.shown("identifiers")),
                Cell.number(row.shown("mentions")),
                Cell.number(row.shown("joins")),
                Cell.of(texts.quoted(row.text("meaning")))));
    section.table(grid.first(SHOWN, "linkage_quality"));
  }

  private static String sum(List<TableRow> rows, String column) {
    return Figures.persons(rows.stream().mapToDouble(row -> row.real(column).orElse(0.0)).sum());
  }
}
