package leakcensus.page;

import java.util.List;
import java.util.Optional;
import leakcensus.page.Block.Paragraph;
import leakcensus.page.Grid.Cell;

/** How severe the breach is for those affected. */
final class SeveritySection {

  private static final int SHOWN = 60;

  private SeveritySection() {}

  static Section of(RunTables tables, Texts texts) {
    Section.Builder section = new Section.Builder("severity", texts);
    List<TableRow> components = tables.rows("severity");
    if (components.isEmpty()) {
      return section.say("severity.none").section();
    }
    score(tables)
        .ifPresent(
            row ->
                section.add(
                    new Paragraph(
                        texts.phrase(
                            "severity.score",
                            row.shown("value"),
                            texts.word("band", row.text("band"))),
                        "band-" + row.text("band").replace(' ', '-').replace('_', '-'))));
    Grid.Builder grid =
        new Grid.Builder(
            texts,
            texts.say("severity.title"),
            texts.say("head.component"),
            texts.say("head.value"),
            texts.say("head.origin"),
            texts.say("head.reason"));
    components.forEach(
        row ->
            grid.row(
                Cell.head(texts.word("component", row.text("component"))),
                Cell.number(Intervals.numbers(texts, row, "value")),
                Cell.text(texts.word("derived", row.text("derived"))),
                Cell.of(texts.quoted(row.text("reason")))));
    return section.table(grid.first(SHOWN, "severity")).section();
  }

  /** The row with the score as a whole: the last that has a band. */
  static Optional<TableRow> score(RunTables tables) {
    return tables.stream("severity")
        .filter(row -> !row.text("band").isEmpty())
        .reduce((first, second) -> second);
  }
}
