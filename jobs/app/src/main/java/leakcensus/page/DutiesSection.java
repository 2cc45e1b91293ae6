package leakcensus.page;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import leakcensus.page.Grid.Cell;

/** Which duties to notify are reached, which are open, which are not. */
final class DutiesSection {

  private static final int SHOWN = 80;

  /** A number with the places that it holds for, and places with what holds for them. */
  private static final String NUMBER = "%2$s (%1$s)";

  private static final String PLACES = "%s: %s";

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
    for (List<TableRow> alike : GatherDuties.of(duties)) {
      TableRow duty = alike.get(0);
      boolean one = alike.size() == 1;
      grid.row(
          Cell.head(one ? name(duty) : name(texts, alike)),
          new Cell(
              texts.word("reached", duty.text("reached")), "reached-" + duty.text("reached"), ""),
          Cell.text(
              counted(
                  texts,
                  duty,
                  one
                      ? threshold(texts, duty)
                      : GatherDuties.byPlace(alike, NUMBER, row -> threshold(texts, row)))),
          Cell.of(
              texts.quoted(
                  one
                      ? told(duty, "; ")
                      : GatherDuties.byPlace(alike, PLACES, row -> told(row, ", ")))),
          Cell.of(texts.quoted(one ? explanation(duty) : explanation(alike))));
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

  /** The regime in words, with all its jurisdictions. */
  private static String name(Texts texts, List<TableRow> alike) {
    TableRow duty = alike.get(0);
    return texts.say(
        "duties.places",
        duty.text(duty.text("title").isEmpty() ? "regime" : "title"),
        Figures.count(alike.size()),
        alike.stream().map(row -> row.text("jurisdiction")).collect(Collectors.joining(", ")));
  }

  /** What the law counts, its number, and how much of it there is here. */
  private static String counted(Texts texts, TableRow duty, String threshold) {
    String measure = texts.word("measure", duty.text("measure"));
    return duty.shown("threshold").isEmpty()
        ? measure
        : texts.say("duties.counted", measure, threshold, count(texts, duty));
  }

  private static String threshold(Texts texts, TableRow duty) {
    return texts.word("operator", duty.text("operator")) + " " + duty.shown("threshold");
  }

  private static String told(TableRow duty, String separator) {
    String whom = duty.text("whom");
    return whom.isEmpty() ? duty.text("deadline") : whom + separator + duty.text("deadline");
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
    return explanation(duty.text("explanation"), duty, duty.text("article"));
  }

  private static String explanation(List<TableRow> alike) {
    return explanation(
        GatherDuties.text(alike.get(0), "explanation"),
        alike.get(0),
        GatherDuties.byPlace(alike, PLACES, row -> row.text("article")));
  }

  private static String explanation(String explanation, TableRow duty, String article) {
    String criterion = duty.text("criterion");
    String words =
        criterion.isEmpty() || criterion.equals(duty.text("explanation"))
            ? explanation
            : (explanation + " " + criterion).strip();
    return "%s %s (%s).".formatted(words, article, duty.text("date_checked")).strip();
  }
}
