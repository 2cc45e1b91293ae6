package leakcensus.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import leakcensus.page.Block.TableBlock;
import leakcensus.page.Grid.Cell;

/** Which field stands in which source, as a heat map, and in how many persons. */
final class CoverageSection {

  private static final int SHADES = 5;
  private static final int SHOWN = 60;
  private static final int SOURCES = 40;
  private static final String OTHER = "other:";

  private CoverageSection() {}

  static Section of(RunTables tables, Texts texts) {
    Section.Builder section = new Section.Builder("coverage", texts);
    List<TableRow> profile =
        tables.stream("field_profile")
            .filter(row -> row.text("slot").equals(RunTables.ALL))
            .toList();
    if (profile.isEmpty()) {
      return section.say("coverage.none").section();
    }
    List<TableRow> fields =
        profile.stream().filter(row -> !row.text("field").startsWith(OTHER)).toList();
    section
        .say("coverage.lead")
        .add(new TableBlock(heat(texts, fields), "heat", false))
        .table(persons(tables, texts, fields));
    List<TableRow> others =
        profile.stream().filter(row -> row.text("field").startsWith(OTHER)).toList();
    if (!others.isEmpty()) {
      section.folded(others(texts, others));
    }
    return section.section();
  }

  private static Grid heat(Texts texts, List<TableRow> fields) {
    Set<String> sources = new LinkedHashSet<>();
    Set<String> names = new LinkedHashSet<>();
    for (TableRow row : fields) {
      if (!row.text("source").equals(RunTables.ALL) && sources.size() < SOURCES) {
        sources.add(row.text("source"));
      }
      names.add(row.text("field"));
    }
    List<String> heads = new ArrayList<>(List.of(texts.say("head.field")));
    heads.add(texts.say("all-sources"));
    heads.addAll(sources);
    Grid.Builder grid =
        new Grid.Builder(texts, texts.say("coverage.title"), heads.toArray(new String[0]));
    for (String name : names) {
      List<Cell> cells = new ArrayList<>(List.of(Cell.head(texts.word("field", name))));
      cells.add(shade(fields, RunTables.ALL, name));
      sources.forEach(source -> cells.add(shade(fields, source, name)));
      grid.row(cells.toArray(new Cell[0]));
    }
    return grid.all();
  }

  private static Cell shade(List<TableRow> fields, String source, String name) {
    Optional<Double> ratio =
        fields.stream()
            .filter(row -> row.text("source").equals(source) && row.text("field").equals(name))
            .findFirst()
            .flatMap(row -> row.real("present_ratio"));
    return ratio
        .map(
            value ->
                new Cell(
                    Figures.wholePercent(value),
                    "shade-" + (value == 0 ? 0 : Math.min(SHADES, 1 + (int) (SHADES * value))),
                    ""))
        .orElse(new Cell("–", "shade-none", ""));
  }

  private static Grid persons(RunTables tables, Texts texts, List<TableRow> fields) {
    Withheld cells = new Withheld(texts);
    long found = tables.personsFound();
    Grid.Builder grid =
        new Grid.Builder(
            texts,
            texts.say("coverage.persons"),
            texts.say("head.field"),
            texts.say("head.persons"),
            texts.say("head.of-persons"),
            texts.say("head.valid"),
            texts.say("head.distinct"));
    fields.stream()
        .filter(row -> row.text("source").equals(RunTables.ALL))
        .forEach(
            row ->
                grid.row(
                    Cell.head(texts.word("field", row.text("field"))),
                    cells.count(row.whole("persons_present")),
                    row.whole("persons_present").isEmpty()
                        ? cells.withheld()
                        : Cell.number(
                            found > 0
                                ? Figures.percent(row.real("persons_present").get() / found)
                                : "–"),
                    Cell.number(row.real("valid_ratio").map(Figures::percent).orElse("–")),
                    Cell.number(row.whole("distinct").map(Figures::count).orElse("–"))));
    return grid.first(SHOWN, "field_profile");
  }

  private static Grid others(Texts texts, List<TableRow> others) {
    Grid.Builder grid =
        new Grid.Builder(
            texts,
            texts.say("coverage.others"),
            texts.say("head.source"),
            texts.say("head.column"),
            texts.say("head.present"),
            texts.say("head.ratio"));
    others.forEach(
        row ->
            grid.row(
                Cell.head(row.text("source")),
                Cell.text(row.text("field").substring(OTHER.length())),
                Cell.number(row.shown("present")),
                Cell.number(row.real("present_ratio").map(Figures::percent).orElse("–"))));
    return grid.first(SHOWN, "field_profile");
  }
}
