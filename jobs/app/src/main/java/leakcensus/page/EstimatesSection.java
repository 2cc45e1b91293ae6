package leakcensus.page;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import leakcensus.page.Block.Bar;
import leakcensus.page.Block.Bars;
import leakcensus.page.Block.Legend;
import leakcensus.page.Grid.Cell;

/** What each method says, on one scale, with the answer that was chosen and why. */
final class EstimatesSection {

  private static final int SHOWN = 100;

  private EstimatesSection() {}

  static Section of(RunTables tables, Texts texts) {
    Section.Builder section = new Section.Builder("estimates", texts);
    if (tables.rows("person_estimate").isEmpty()) {
      return section.say("estimates.none").section();
    }
    section.say("estimates.lead");
    for (String scope : List.of("sample", "dump")) {
      List<TableRow> rows = tables.estimates(scope).toList();
      if (rows.isEmpty()) {
        continue;
      }
      section.add(bars(texts, scope, rows));
      rows.stream()
          .filter(row -> row.flag("selected"))
          .forEach(row -> section.quote((row.text("why") + " " + row.text("assumptions")).strip()));
    }
    List<TableRow> alone =
        tables.stream("person_estimate")
            .filter(row -> !row.text("source").equals(RunTables.ALL) && row.flag("selected"))
            .toList();
    if (!alone.isEmpty()) {
      section.folded(alone(texts, alone));
    }
    return section.section();
  }

  private static Bars bars(Texts texts, String scope, List<TableRow> rows) {
    double least = numbers(rows).filter(value -> value > 1).min().orElse(1);
    double most = numbers(rows).max().orElse(1);
    Marks scale = Marks.between(least, most);
    List<Bar> supported =
        rows.stream()
            .filter(row -> row.flag("selected") || row.flag("identifiable"))
            .sorted((left, right) -> Boolean.compare(right.flag("selected"), left.flag("selected")))
            .map(row -> bar(texts, scale, row, row.flag("selected") ? "chosen" : ""))
            .toList();
    List<Bar> reference =
        rows.stream()
            .filter(row -> !row.flag("selected") && !row.flag("identifiable"))
            .map(row -> bar(texts, scale, row, "reference"))
            .toList();
    TableRow chosen =
        rows.stream().filter(row -> row.flag("selected")).findFirst().orElse(rows.get(0));
    return new Bars(
        texts.say("estimates.title." + scope),
        texts.say(
            "estimates.alternative",
            Figures.count(rows.size()),
            texts.word("method", chosen.text("method")),
            Intervals.number(texts, chosen),
            Intervals.between(texts, chosen)),
        scale.ends().stream().map(Figures::about).toList(),
        List.of(
            new Legend("chosen", texts.say("estimates.legend.chosen")),
            new Legend("whisker", texts.say("legend.interval")),
            new Legend("dot", texts.say("legend.best"))),
        supported,
        reference,
        texts.say("estimates.reference", Figures.count(reference.size())),
        grid(texts, scope, rows));
  }

  private static DoubleStream numbers(List<TableRow> rows) {
    return rows.stream()
        .flatMap(row -> Stream.of(row.real("persons"), row.real("lower"), row.real("upper")))
        .flatMap(Optional::stream)
        .mapToDouble(Double::doubleValue);
  }

  private static Bar bar(Texts texts, Marks scale, TableRow row, String look) {
    return Bar.of(
        texts.word("method", row.text("method")),
        value(texts, row),
        look,
        scale.interval(row.real("persons"), row.real("lower"), row.real("upper")));
  }

  private static String value(Texts texts, TableRow row) {
    boolean bounded = row.real("lower").isPresent() || row.real("upper").isPresent();
    String interval = Intervals.between(texts, row.real("lower"), row.real("upper"));
    return row.real("persons")
        .map(Figures::persons)
        .map(persons -> bounded ? texts.say("number.with-interval", persons, interval) : persons)
        .orElse(interval);
  }

  private static Grid grid(Texts texts, String scope, List<TableRow> rows) {
    Grid.Builder grid =
        new Grid.Builder(
            texts,
            texts.say("estimates.title." + scope),
            texts.say("head.method"),
            texts.say("head.persons"),
            texts.say("head.lower"),
            texts.say("head.upper"),
            texts.say("head.role"));
    rows.forEach(
        row ->
            grid.row(
                Cell.head(texts.word("method", row.text("method"))),
                persons(row, "persons"),
                persons(row, "lower"),
                persons(row, "upper"),
                Cell.text(
                    texts.say(
                        row.flag("selected")
                            ? "role.chosen"
                            : row.flag("identifiable") ? "role.supported" : "role.reference"))));
    return grid.first(SHOWN, "person_estimate");
  }

  private static Grid alone(Texts texts, List<TableRow> rows) {
    Grid.Builder grid =
        new Grid.Builder(
            texts,
            texts.say("estimates.alone"),
            texts.say("head.source"),
            texts.say("head.scope"),
            texts.say("head.persons"),
            texts.say("head.lower"),
            texts.say("head.upper"));
    rows.forEach(
        row ->
            grid.row(
                Cell.head(row.text("source")),
                Cell.text(texts.word("scope", row.text("scope"))),
                persons(row, "persons"),
                persons(row, "lower"),
                persons(row, "upper")));
    return grid.first(SHOWN, "person_estimate");
  }

  private static Cell persons(TableRow row, String column) {
    return Cell.number(row.real(column).map(Figures::persons).orElse("–"));
  }
}
