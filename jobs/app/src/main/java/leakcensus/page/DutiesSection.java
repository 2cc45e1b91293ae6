package leakcensus.page;

import java.util.Comparator;
import java.util.List;
import leakcensus.page.Grid.Cell;

/** Which duties to notify are reached, which are open, which are not. */
final class DutiesSection {

  private static final int SHOWN = 80;
  private static final List<String> ORDER = List.of("yes", "open", "not_numeric", "no");

  private DutiesSection() {}

  static Section of(RunTables tables, Texts texts) {
    Section.Builder section = new Section.Builder("duties", texts);
    List<TableRow> duties = sorted(tables);
    if (duties.isEmpty()) {
      return section.say("duties.none").section();
    }
    Grid.Builder grid =
        new Grid.Builder(
            texts,
            texts.say("duties.title"),
            texts.say("head.regime"),
            texts.say("head.reached"),
            texts.say("head.counted"),
            texts.say("head.told"),
            texts.say("head.explanation"));
    for (TableRow duty : duties) {
      grid.row(
          Cell.head(name(duty)),
          new Cell(
              texts.word("reached", duty.text("reached")), "reached-" + duty.text("reached"), ""),
          Cell.text(counted(texts, duty)),
          Cell.of(texts.quoted(told(duty))),
          Cell.of(texts.quoted(explanation(duty))));
    }
    return section
        .say("duties.lead")
        .warn("duties.advice")
        .table(grid.first(SHOWN, "notification"))
        .section();
  }

  /** The duties, those that are reached first. */
  static List<TableRow> sorted(RunTables tables) {
    return tables.stream("notification")
        .sorted(
            Comparator.comparingInt(
                (TableRow row) ->
                    ORDER.contains(row.text("reached"))
                        ? ORDER.indexOf(row.text("reached"))
                        : ORDER.size()))
        .toList();
  }

  /** The regime in words, with its jurisdiction. */
  static String name(TableRow duty) {
    String regime = duty.text(duty.text("title").isEmpty() ? "regime" : "title");
    String jurisdiction = duty.text("jurisdiction");
    return jurisdiction.isEmpty() || jurisdiction.equals(regime)
        ? regime
        : "%s (%s)".formatted(regime, jurisdiction);
  }

  /** What the law counts, its number, and how much of it there is here. */
  private static String counted(Texts texts, TableRow duty) {
    String measure = texts.word("measure", duty.text("measure"));
    return duty.shown("threshold").isEmpty()
        ? measure
        : texts.say(
            "duties.counted",
            measure,
            texts.word("operator", duty.text("operator")) + " " + duty.shown("threshold"),
            count(texts, duty));
  }

  private static String told(TableRow duty) {
    String whom = duty.text("whom");
    return whom.isEmpty() ? duty.text("deadline") : whom + "; " + duty.text("deadline");
  }

  private static String count(Texts texts, TableRow duty) {
    String ends =
        duty.real("lower").isEmpty() && duty.real("upper").isEmpty()
            ? ""
            : Intervals.between(texts, duty.real("lower"), duty.real("upper"));
    return duty.real("best")
        .map(best -> ends.isEmpty() ? Figures.persons(best) : Figures.persons(best) + "; " + ends)
        .orElse(ends.isEmpty() ? "–" : ends);
  }

  private static String explanation(TableRow duty) {
    String criterion = duty.text("criterion");
    String explanation = duty.text("explanation");
    String words =
        criterion.isEmpty() || criterion.equals(explanation)
            ? explanation
            : (explanation + " " + criterion).strip();
    return "%s %s (%s).".formatted(words, duty.text("article"), duty.text("date_checked")).strip();
  }
}
