package leakcensus.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import leakcensus.page.Block.Bar;
import leakcensus.page.Block.Bars;
import leakcensus.page.Block.Legend;
import leakcensus.page.Block.Mark;
import leakcensus.page.Grid.Cell;

/** Age and sex of the persons of the sample, against the population. */
final class PyramidSection {

  private static final String STRATUM = "age-sex:";
  private static final int SHOWN = 80;

  private PyramidSection() {}

  static Section of(RunTables tables, Texts texts) {
    Section.Builder section = new Section.Builder("pyramid", texts);
    List<TableRow> strata =
        tables.stream("population_share")
            .filter(row -> row.text("stratum").startsWith(STRATUM))
            .toList();
    if (strata.isEmpty()) {
      return section.say("pyramid.none").section();
    }
    section.say("pyramid.lead");
    for (String population :
        strata.stream().map(row -> row.text("population")).distinct().toList()) {
      List<TableRow> own =
          strata.stream().filter(row -> row.text("population").equals(population)).toList();
      texts
          .date(own.get(0).text("population_date"))
          .ifPresent(date -> section.say("pyramid.date", date, population));
      section.add(bars(texts, population, own));
    }
    return section.section();
  }

  private static Bars bars(Texts texts, String population, List<TableRow> strata) {
    double seen = sum(strata, "persons_seen");
    double living = sum(strata, "population_persons");
    double most =
        strata.stream()
            .flatMapToDouble(
                row ->
                    DoubleStream.of(
                        part(row, "persons_seen", seen).orElse(0.0),
                        part(row, "population_persons", living).orElse(0.0)))
            .max()
            .orElse(0);
    Marks scale = Marks.upTo(most);
    List<Bar> bars = new ArrayList<>();
    // Old people on top, as in any pyramid.
    List<String> ages = strata.stream().map(PyramidSection::age).distinct().toList();
    for (int i = ages.size() - 1; i >= 0; i--) {
      Optional<TableRow> male = row(strata, ages.get(i), "male");
      Optional<TableRow> female = row(strata, ages.get(i), "female");
      bars.add(
          new Bar(
              Phrase.of(ages.get(i)),
              value(texts, female, seen),
              "",
              marks(scale, female, seen, living),
              Optional.of(marks(scale, male, seen, living)),
              value(texts, male, seen)));
    }
    return new Bars(
        texts.say("pyramid.title", population),
        texts.say("pyramid.alternative", Figures.count(ages.size())),
        List.of(),
        List.of(
            new Legend("fill", texts.say("pyramid.legend.sample")),
            new Legend("outline", texts.say("pyramid.legend.population"))),
        bars,
        List.of(),
        "",
        grid(texts, population, strata, seen, living));
  }

  private static List<Mark> marks(Marks scale, Optional<TableRow> row, double seen, double living) {
    return row.stream()
        .flatMap(
            cells ->
                Stream.concat(
                    part(cells, "persons_seen", seen).map(scale::bar).stream(),
                    part(cells, "population_persons", living).map(scale::outline).stream()))
        .toList();
  }

  private static String value(Texts texts, Optional<TableRow> row, double seen) {
    return row.map(
            cells ->
                cells.suppressed()
                    ? texts.say("withheld")
                    : part(cells, "persons_seen", seen).map(Figures::percent).orElse("–"))
        .orElse("–");
  }

  private static Optional<Double> part(TableRow row, String column, double sum) {
    boolean shown = sum > 0 && !row.suppressed();
    return shown ? row.real(column).map(value -> value / sum) : Optional.empty();
  }

  /** Withheld rows count on neither side, so that both are parts of the same whole. */
  private static double sum(List<TableRow> strata, String column) {
    return strata.stream()
        .filter(row -> !row.suppressed())
        .mapToDouble(row -> row.real(column).orElse(0.0))
        .sum();
  }

  private static Optional<TableRow> row(List<TableRow> strata, String age, String sex) {
    return strata.stream()
        .filter(row -> row.text("stratum").equals(STRATUM + age + ":" + sex))
        .findFirst();
  }

  private static String age(TableRow row) {
    String rest = row.text("stratum").substring(STRATUM.length());
    return rest.contains(":") ? rest.substring(0, rest.lastIndexOf(':')) : rest;
  }

  private static Grid grid(
      Texts texts, String population, List<TableRow> strata, double seen, double living) {
    Withheld cells = new Withheld(texts);
    Grid.Builder grid =
        new Grid.Builder(
            texts,
            texts.say("pyramid.title", population),
            texts.say("head.stratum"),
            texts.say("head.seen"),
            texts.say("head.of-sample"),
            texts.say("head.of-population"));
    strata.forEach(
        row ->
            grid.row(
                Cell.head(row.text("label")),
                cells.persons(row, "persons_seen"),
                part(row, "persons_seen", seen)
                    .map(part -> Cell.number(Figures.percent(part)))
                    .orElse(row.suppressed() ? cells.withheld() : Cell.number("–")),
                Cell.number(
                    part(row, "population_persons", living).map(Figures::percent).orElse("–"))));
    return grid.first(SHOWN, "population_share");
  }
}
