package leakcensus.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import leakcensus.page.Block.Bar;
import leakcensus.page.Block.Bars;
import leakcensus.page.Block.Legend;
import leakcensus.page.Block.Mark;
import leakcensus.page.Grid.Cell;

/** How the number of people grew from night to night; nothing unless there are two of them. */
final class NightsSection {

  private static final int SHOWN = 60;

  private final Texts texts;
  private final List<TableRow> nights;

  private NightsSection(Texts texts, List<TableRow> nights) {
    this.texts = texts;
    this.nights = nights;
  }

  static Section of(RunTables tables, Texts texts) {
    Section.Builder section = new Section.Builder("nights", texts);
    List<TableRow> nights = tables.rows("night");
    return nights.size() < 2
        ? section.section()
        : new NightsSection(texts, nights).section(section);
  }

  private Section section(Section.Builder section) {
    TableRow last = nights.get(nights.size() - 1);
    section.say(
        "nights.last",
        last.shown("night"),
        date(last),
        last.shown("files_added"),
        last.shown("records_added"));
    section.say(
        "nights.persons",
        Figures.persons(nights.get(nights.size() - 2).real("persons").orElse(0.0)),
        persons(last, "persons"),
        interval(last, "persons"));
    section.say(
        last.real("persons_added_lower").orElse(0.0) >= 1 ? "nights.surely" : "nights.perhaps",
        interval(last, "persons_added"));
    return section.add(bars()).section();
  }

  private Bars bars() {
    TableRow first = nights.get(0);
    TableRow last = nights.get(nights.size() - 1);
    Marks scale = Marks.upTo(nights.stream().mapToDouble(NightsSection::most).max().orElse(0));
    List<Bar> bars = new ArrayList<>();
    for (TableRow night : nights.subList(Math.max(0, nights.size() - SHOWN), nights.size())) {
      bars.add(
          Bar.of(
              texts.say("nights.night", night.shown("night"), date(night)),
              persons(night, "persons"),
              "",
              marks(scale, night)));
    }
    return new Bars(
        texts.say("nights.title"),
        texts.say(
            "nights.alternative",
            first.shown("night"),
            persons(first, "persons"),
            last.shown("night"),
            persons(last, "persons")),
        scale.ends().stream().map(Figures::persons).toList(),
        List.of(
            new Legend("fill", texts.say("nights.legend.counted")),
            new Legend("whisker", texts.say("legend.interval"))),
        bars,
        List.of(),
        "",
        grid());
  }

  private static List<Mark> marks(Marks scale, TableRow night) {
    List<Mark> marks = new ArrayList<>();
    night.real("persons").ifPresent(persons -> marks.add(scale.bar(persons)));
    marks.addAll(
        scale.interval(Optional.empty(), night.real("persons_lower"), night.real("persons_upper")));
    return marks;
  }

  private Grid grid() {
    Grid.Builder grid =
        new Grid.Builder(
            texts,
            texts.say("nights.title"),
            texts.say("head.night"),
            texts.say("head.date"),
            texts.say("head.files-added"),
            texts.say("head.records-added"),
            texts.say("head.persons"),
            texts.say("head.interval"),
            texts.say("head.persons-added"),
            texts.say("head.interval-added"));
    // The newest first: of a long series these are the ones to know.
    for (int i = nights.size() - 1; i >= 0; i--) {
      TableRow night = nights.get(i);
      grid.row(
          Cell.head(night.shown("night")),
          Cell.text(date(night)),
          Cell.number(night.shown("files_added")),
          Cell.number(night.shown("records_added")),
          Cell.number(persons(night, "persons")),
          Cell.number(interval(night, "persons")),
          Cell.number(persons(night, "persons_added")),
          Cell.number(interval(night, "persons_added")));
    }
    return grid.first(SHOWN, "night");
  }

  private String date(TableRow night) {
    return texts.date(night.text("finished")).orElse("–");
  }

  private static String persons(TableRow night, String column) {
    return night.real(column).map(Figures::persons).orElse("–");
  }

  private String interval(TableRow night, String column) {
    return Intervals.between(texts, night.real(column + "_lower"), night.real(column + "_upper"));
  }

  private static double most(TableRow night) {
    return Math.max(night.real("persons").orElse(0.0), night.real("persons_upper").orElse(0.0));
  }
}
