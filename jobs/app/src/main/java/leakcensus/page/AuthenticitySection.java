package leakcensus.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import leakcensus.page.Block.Paragraph;
import leakcensus.page.Grid.Cell;

/** Signs that the data are real, made up, or put together. */
final class AuthenticitySection {

  private static final int SHOWN = 80;

  /** What a sign can read, the worst last. */
  private static final List<String> READINGS =
      List.of("not testable", "usual", "unusual", "fabrication likely");

  private AuthenticitySection() {}

  static Section of(RunTables tables, Texts texts) {
    Section.Builder section = new Section.Builder("authenticity", texts);
    List<TableRow> signs = tables.rows("authenticity");
    if (signs.isEmpty()) {
      return section.say("authenticity.none").section();
    }
    Grid.Builder grid =
        new Grid.Builder(
            texts,
            texts.say("authenticity.title"),
            texts.say("head.sign"),
            texts.say("head.source"),
            texts.say("head.observed"),
            texts.say("head.expected"),
            texts.say("head.reading"),
            texts.say("head.explanation"));
    signs.forEach(
        sign ->
            grid.row(
                Cell.head(texts.word("sign", sign.text("sign"))),
                Cell.text(source(texts, sign)),
                number(texts, sign, Intervals.numbers(texts, sign, "observed")),
                number(texts, sign, sign.shown("expected")),
                Cell.text(texts.word("reading", sign.text("reading"))),
                Cell.of(texts.quoted(sign.text("explanation")))));
    return section
        .add(new Paragraph(counted(texts, signs), ""))
        .say("authenticity.lead")
        .table(grid.first(SHOWN, "authenticity"))
        .section();
  }

  /** A kind of sign reads as the worst of its sources does. */
  private static Phrase counted(Texts texts, List<TableRow> signs) {
    Map<String, Integer> kinds = new HashMap<>();
    signs.forEach(
        sign ->
            kinds.merge(sign.text("sign"), READINGS.indexOf(sign.text("reading")), Integer::max));
    long[] counts = new long[READINGS.size()];
    kinds.values().stream().filter(reading -> reading >= 0).forEach(reading -> counts[reading]++);
    long fabricated = counts[READINGS.indexOf("fabrication likely")];
    return texts.phrase(
        "authenticity.counted",
        Figures.count(kinds.size()),
        Figures.count(counts[READINGS.indexOf("usual")]),
        Figures.count(counts[READINGS.indexOf("unusual")]),
        Figures.count(counts[READINGS.indexOf("not testable")]),
        fabricated == 0
            ? texts.say("authenticity.none-made-up")
            : texts.say("authenticity.made-up", Figures.count(fabricated)));
  }

  private static Cell number(Texts texts, TableRow sign, String number) {
    if (number.isEmpty()) {
      return sign.suppressed() ? new Withheld(texts).withheld() : Cell.number("–");
    }
    return Cell.number(number);
  }

  private static String source(Texts texts, TableRow row) {
    return row.text("source").equals(RunTables.ALL) ? texts.say("all-sources") : row.text("source");
  }
}
