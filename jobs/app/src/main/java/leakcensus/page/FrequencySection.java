package leakcensus.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import leakcensus.page.Block.Dot;
import leakcensus.page.Block.Legend;
import leakcensus.page.Block.Plot;
import leakcensus.page.Block.Tick;
import leakcensus.page.Grid.Cell;

/** How many persons stand in the sample once, twice, and so on, against evenly spread records. */
final class FrequencySection {

  private static final int SHOWN = 60;
  private static final int DOTS = 400;

  // The frame of the plot, in units of its view box.
  private static final double LEFT = 62;
  private static final double RIGHT = 348;
  private static final double TOP = 10;
  private static final double BOTTOM = 196;

  private final Texts texts;
  private final List<TableRow> rows;
  private final double largestK;
  private final double largestPersons;

  private FrequencySection(Texts texts, List<TableRow> rows) {
    this.texts = texts;
    this.rows = rows;
    largestK = rows.get(rows.size() - 1).real("k").orElse(1.0);
    largestPersons = rows.stream().mapToDouble(FrequencySection::persons).max().orElse(1);
  }

  static Section of(RunTables tables, Texts texts) {
    Section.Builder section = new Section.Builder("frequency", texts);
    List<TableRow> rows =
        tables.personFrequencies().stream()
            .filter(row -> persons(row) > 0)
            .sorted(Comparator.comparingLong((TableRow row) -> row.whole("k").orElse(0L)))
            .toList();
    if (rows.isEmpty()) {
      return section.say("frequency.none").section();
    }
    return section.say("frequency.lead").add(new FrequencySection(texts, rows).plot()).section();
  }

  private Plot plot() {
    double seen = rows.stream().mapToDouble(FrequencySection::persons).sum();
    double mentions =
        rows.stream().mapToDouble(row -> persons(row) * row.real("k").orElse(0.0)).sum();
    Optional<EvenSpread> law = EvenSpread.of(seen, mentions);
    List<Legend> legend =
        new ArrayList<>(List.of(new Legend("point", texts.say("frequency.legend.seen"))));
    if (law.isPresent()) {
      legend.add(new Legend("line", texts.say("frequency.legend.even")));
    }
    return new Plot(
        texts.say("frequency.title"),
        texts.say(
            "frequency.alternative",
            rows.get(0).shown("persons"),
            rows.get(0).shown("k"),
            rows.get(rows.size() - 1).shown("persons"),
            rows.get(rows.size() - 1).shown("k")),
        legend,
        texts.say("frequency.axis.k"),
        texts.say("frequency.axis.persons"),
        ticks(largestK, true),
        ticks(largestPersons, false),
        rows.stream()
            .limit(DOTS)
            .map(
                row ->
                    new Dot(Math.round(x(row.real("k").orElse(1.0))), Math.round(y(persons(row)))))
            .toList(),
        law.map(this::line).orElse(""),
        grid(law));
  }

  private String line(EvenSpread law) {
    StringBuilder points = new StringBuilder();
    for (long k = 1; k <= largestK && law.persons(k) >= 1; k++) {
      points.append(Math.round(x(k))).append(',').append(Math.round(y(law.persons(k)))).append(' ');
    }
    return points.toString().strip();
  }

  private List<Tick> ticks(double most, boolean horizontal) {
    List<Tick> ticks = new ArrayList<>();
    for (double value = 1; value <= most * 1.0001; value *= 10) {
      ticks.add(
          new Tick(Math.round(horizontal ? x(value) : y(value)), Figures.count(Math.round(value))));
      boolean few = most < 100;
      for (double between : few ? new double[] {2, 5} : new double[0]) {
        if (value * between <= most) {
          ticks.add(
              new Tick(
                  Math.round(horizontal ? x(value * between) : y(value * between)),
                  Figures.count(Math.round(value * between))));
        }
      }
    }
    return ticks;
  }

  private double x(double k) {
    return largestK <= 1
        ? (LEFT + RIGHT) / 2
        : LEFT + 8 + (RIGHT - LEFT - 16) * Math.log(k) / Math.log(largestK);
  }

  private double y(double persons) {
    return largestPersons <= 1
        ? (TOP + BOTTOM) / 2
        : BOTTOM - 8 - (BOTTOM - TOP - 16) * Math.log(persons) / Math.log(largestPersons);
  }

  private Grid grid(Optional<EvenSpread> law) {
    Grid.Builder grid =
        new Grid.Builder(
            texts,
            texts.say("frequency.title"),
            texts.say("head.k"),
            texts.say("head.persons"),
            texts.say("head.even"));
    rows.forEach(
        row ->
            grid.row(
                Cell.head(row.shown("k")),
                Cell.number(row.shown("persons")),
                Cell.number(
                    law.map(even -> Figures.number(even.persons(row.whole("k").orElse(1L))))
                        .orElse("–"))));
    return grid.first(SHOWN, "frequency");
  }

  private static double persons(TableRow row) {
    return row.real("persons").orElse(0.0);
  }
}
