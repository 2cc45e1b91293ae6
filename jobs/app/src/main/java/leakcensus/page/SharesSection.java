package leakcensus.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import leakcensus.page.Block.Bar;
import leakcensus.page.Block.Bars;
import leakcensus.page.Block.Legend;
import leakcensus.page.Block.Mark;
import leakcensus.page.Grid.Cell;

/**
 * Which share of which population is affected. What tells the place is said: an id its issue, a ZIP
 * code an address, a phone the plan it belongs to.
 */
final class SharesSection {

  private static final int BARS = 12;
  private static final int SHOWN = 80;

  private static final List<String> PLACES = List.of("region", "state", "country");

  /** Of a population told apart by age and sex the total is that of all others. */
  private static final List<String> WHOLE = List.of("region", "state", "country", "total");

  /** Longer intervals end in an arrow, or they alone would set the scale. */
  private static final double LARGEST_TIMES = 4;

  private SharesSection() {}

  static Section of(RunTables tables, Texts texts) {
    Section.Builder section = new Section.Builder("shares", texts);
    List<TableRow> shares = tables.rows("population_share");
    if (shares.isEmpty()) {
      return section.say("shares.none").section();
    }
    for (String population :
        shares.stream().map(row -> row.text("population")).distinct().toList()) {
      List<TableRow> own =
          shares.stream().filter(row -> row.text("population").equals(population)).toList();
      own.stream()
          .filter(row -> row.text("stratum").equals("total"))
          .filter(SharesSection::isOfAll)
          .forEach(row -> section.add(new Block.Paragraph(total(texts, row), "")));
      List<TableRow> regions =
          own.stream()
              .filter(row -> !row.text("stratum").equals("total"))
              .filter(row -> PLACES.contains(row.text("dimension")))
              .sorted(
                  Comparator.comparingDouble((TableRow row) -> row.real("share").orElse(-1.0))
                      .reversed())
              .toList();
      if (!regions.isEmpty()) {
        section
            .say("shares." + regions.get(0).text("dimension"))
            .add(bars(texts, population, regions));
        if (regions.stream().anyMatch(row -> row.real("alike_share_upper").isPresent())) {
          section.say("shares.alike");
        }
      }
    }
    tables.stream("representativeness")
        .forEach(
            row ->
                section.add(
                    new Block.Paragraph(
                        texts.quoted(row.text("population") + ": " + row.text("reading")), "")));
    return section.section();
  }

  /** Whether a row is of a dimension whose total stands for the population. */
  static boolean isOfAll(TableRow row) {
    return WHOLE.contains(row.text("dimension"));
  }

  /** The share of everybody. */
  static Phrase total(Texts texts, TableRow row) {
    String people = Figures.count(row.whole("population_persons").orElse(0L));
    if (row.suppressed() || row.real("share_lower").isEmpty()) {
      return texts.phrase("shares.total-withheld", row.text("label"), people);
    }
    return texts.phrase("shares.total", interval(texts, row), row.text("label"), people);
  }

  /** A share with its ends. */
  static String interval(Texts texts, TableRow row) {
    String lower = Figures.percent(row.real("share_lower").orElse(0.0));
    return row.real("share_upper")
        .map(upper -> texts.say("number.between", lower, Figures.percent(upper)))
        .orElse(texts.say("number.at-least", lower));
  }

  /**
   * The column with an end if persons of unknown region are spread as the others, else with the one
   * that always holds.
   */
  private static String alike(TableRow row, String end) {
    return row.real("alike_share_upper").isPresent() ? "alike_" + end : end;
  }

  private static Optional<Double> ifAlike(TableRow row, String end) {
    return row.real(alike(row, "share_" + end));
  }

  private static String regionInterval(Texts texts, TableRow row) {
    String lower = Figures.percent(ifAlike(row, "lower").orElse(0.0));
    return ifAlike(row, "upper")
        .map(upper -> texts.say("number.between", lower, Figures.percent(upper)))
        .orElse(texts.say("number.at-least", lower));
  }

  private static Bars bars(Texts texts, String population, List<TableRow> regions) {
    double most =
        regions.stream()
            .filter(row -> !row.suppressed())
            .mapToDouble(row -> row.real("share").or(() -> row.real("share_lower")).orElse(0.0))
            .max()
            .orElse(0);
    double widest =
        regions.stream()
            .filter(row -> !row.suppressed())
            .mapToDouble(row -> ifAlike(row, "upper").orElse(0.0))
            .max()
            .orElse(0);
    Marks scale = Marks.upTo(Math.max(most, Math.min(widest, LARGEST_TIMES * most)) * 1.02);
    List<Bar> bars = regions.stream().map(row -> bar(texts, scale, row)).toList();
    TableRow first = regions.get(0);
    return new Bars(
        texts.say("shares.title", population),
        texts.say(
            "shares.alternative",
            Figures.count(regions.size()),
            first.text("label"),
            value(texts, first)),
        scale.ends().stream().map(Figures::percent).toList(),
        List.of(
            new Legend("fill", texts.say("shares.legend.share")),
            new Legend("whisker", texts.say("legend.interval")),
            new Legend("arrow", texts.say("legend.arrow"))),
        bars.subList(0, Math.min(BARS, bars.size())),
        bars.subList(Math.min(BARS, bars.size()), Math.min(SHOWN, bars.size())),
        texts.say("shares.further", Figures.count(Math.max(0, bars.size() - BARS))),
        grid(texts, population, regions));
  }

  private static Bar bar(Texts texts, Marks scale, TableRow row) {
    List<Mark> marks = new ArrayList<>();
    if (!row.suppressed()) {
      row.real("share").ifPresent(share -> marks.add(scale.bar(share)));
      marks.addAll(scale.interval(Optional.empty(), ifAlike(row, "lower"), ifAlike(row, "upper")));
    }
    return Bar.of(row.text("label"), value(texts, row), "", marks);
  }

  private static String value(Texts texts, TableRow row) {
    if (row.suppressed()) {
      return texts.say("withheld");
    }
    return row.real("share")
        .map(
            share ->
                texts.say(
                    "number.with-interval", Figures.percent(share), regionInterval(texts, row)))
        .orElse(regionInterval(texts, row));
  }

  private static Grid grid(Texts texts, String population, List<TableRow> regions) {
    Withheld cells = new Withheld(texts);
    Grid.Builder grid =
        new Grid.Builder(
            texts,
            texts.say("shares.title", population),
            texts.say("head.region"),
            texts.say("head.population"),
            texts.say("head.seen"),
            texts.say("head.persons"),
            texts.say("head.lower"),
            texts.say("head.upper"),
            texts.say("head.share"),
            texts.say("head.share-lower"),
            texts.say("head.share-upper"),
            texts.say("head.upper-wherever"));
    regions.forEach(
        row ->
            grid.row(
                Cell.head(row.text("label")),
                Cell.number(row.shown("population_persons")),
                cells.persons(row, "persons_seen"),
                cells.persons(row, "persons"),
                cells.persons(row, alike(row, "lower")),
                cells.persons(row, alike(row, "upper")),
                cells.percent(row, "share"),
                cells.percent(row, alike(row, "share_lower")),
                cells.percent(row, alike(row, "share_upper")),
                cells.persons(row, "upper")));
    return grid.first(SHOWN, "population_share");
  }
}
