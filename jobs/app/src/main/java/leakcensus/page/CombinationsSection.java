package leakcensus.page;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import leakcensus.page.Block.Bar;
import leakcensus.page.Block.Bars;
import leakcensus.page.Grid.Cell;

/** Which fields are exposed of the same person. */
final class CombinationsSection {

  private static final int BARS = 10;
  private static final int SHOWN = 60;

  private CombinationsSection() {}

  static Section of(RunTables tables, Texts texts) {
    Section.Builder section = new Section.Builder("combinations", texts);
    List<TableRow> all =
        tables.stream("field_combination")
            .filter(row -> row.text("source").equals(RunTables.ALL))
            .toList();
    List<TableRow> shown =
        all.stream()
            .filter(row -> !row.suppressed() && row.whole("persons").orElse(0L) > 0)
            .sorted(
                Comparator.comparingLong((TableRow row) -> row.whole("persons").orElse(0L))
                    .reversed())
            .toList();
    long withheld = all.stream().filter(TableRow::suppressed).count();
    if (shown.isEmpty()) {
      return section.say("combinations.none", Figures.count(withheld)).section();
    }
    TableRow top = shown.get(0);
    Marks scale = Marks.upTo(top.real("persons").orElse(0.0));
    return section
        .say("combinations.lead", Figures.count(shown.size()), Figures.count(withheld))
        .add(
            new Bars(
                texts.say("combinations.title"),
                texts.say("combinations.alternative", fields(texts, top), value(top)),
                List.of(),
                List.of(),
                shown.stream()
                    .limit(BARS)
                    .map(
                        row ->
                            Bar.of(
                                fields(texts, row),
                                value(row),
                                "",
                                List.of(scale.bar(row.real("persons").orElse(0.0)))))
                    .toList(),
                List.of(),
                "",
                grid(texts, shown)))
        .section();
  }

  private static String value(TableRow row) {
    return "%s (%s)"
        .formatted(row.shown("persons"), Figures.percent(row.real("persons_ratio").orElse(0.0)));
  }

  private static String fields(Texts texts, TableRow row) {
    return Arrays.stream(row.text("fields").split("\\+"))
        .map(field -> texts.word("field", field))
        .collect(Collectors.joining(" + "));
  }

  private static Grid grid(Texts texts, List<TableRow> rows) {
    Withheld cells = new Withheld(texts);
    Grid.Builder grid =
        new Grid.Builder(
            texts,
            texts.say("combinations.title"),
            texts.say("head.fields"),
            texts.say("head.persons"),
            texts.say("head.of-persons"),
            texts.say("head.records"));
    rows.forEach(
        row ->
            grid.row(
                Cell.head(fields(texts, row)),
                cells.persons(row, "persons"),
                cells.percent(row, "persons_ratio"),
                Cell.number(row.shown("records"))));
    return grid.first(SHOWN, "field_combination");
  }
}
