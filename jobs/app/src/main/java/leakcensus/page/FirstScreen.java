package leakcensus.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import leakcensus.page.Block.Mark;
import leakcensus.page.Page.Card;

/** What is to be known first: how many people, how sure, which data, which share, what to do. */
final class FirstScreen {

  private static final int FIELDS = 5;
  private static final int STEPS = 4;
  private static final List<String> VERDICTS =
      List.of("contradicted", "not_testable", "consistent");
  private static final double NARROW = 1.25;
  private static final double WIDE = 2;

  private final RunTables tables;
  private final Texts texts;

  private FirstScreen(RunTables tables, Texts texts) {
    this.tables = tables;
    this.texts = texts;
  }

  static List<Card> of(RunTables tables, Texts texts) {
    FirstScreen first = new FirstScreen(tables, texts);
    List<Card> cards = new ArrayList<>();
    cards.add(first.persons("dump", "main"));
    cards.add(first.persons("sample", ""));
    cards.add(first.data());
    cards.add(first.share());
    cards.add(first.steps());
    first.claim().ifPresent(cards::add);
    first.severity().ifPresent(cards::add);
    return cards;
  }

  private Card persons(String scope, String look) {
    Optional<TableRow> row = tables.selected(scope);
    if (row.isEmpty()) {
      return card("card." + scope, texts.say("number.unknown"), List.of(), false, look);
    }
    TableRow estimate = row.get();
    List<Phrase> lines = new ArrayList<>();
    Optional<Double> lower = Intervals.lower(estimate);
    Optional<Double> upper = estimate.real("upper");
    if (!estimate.flag("identifiable")) {
      lines.add(texts.phrase("card.not-identifiable"));
      if (!estimate.text("needed").isEmpty()) {
        lines.add(texts.quoted(estimate.text("needed")));
      }
    } else {
      lines.add(Phrase.of(Intervals.between(texts, estimate)));
      lines.add(sure(lower, upper));
      if (!look.isEmpty()) {
        lines.add(
            texts.phrase(
                "card.confidence", Figures.percent(estimate.real("confidence").orElse(0.0))));
      }
    }
    if (!look.isEmpty()) {
      lines.add(texts.phrase("card.method", texts.word("method", estimate.text("method"))));
    }
    return new Card(
        texts.say("card." + scope),
        Intervals.number(texts, estimate),
        lines,
        false,
        look,
        marks(estimate));
  }

  private Phrase sure(Optional<Double> lower, Optional<Double> upper) {
    if (lower.isEmpty() || upper.isEmpty()) {
      return texts.phrase("card.sure.open");
    }
    double ratio = upper.get() / lower.get();
    if (ratio > WIDE) {
      return texts.phrase("card.sure.wide", Figures.times(ratio));
    }
    return texts.phrase(
        ratio <= NARROW ? "card.sure.narrow" : "card.sure.fair", Figures.wholePercent(ratio - 1));
  }

  private List<Mark> marks(TableRow estimate) {
    Optional<Double> lower = Intervals.lower(estimate);
    Optional<Double> upper = estimate.real("upper");
    if (!estimate.flag("identifiable") || lower.isEmpty() || upper.isEmpty()) {
      return List.of();
    }
    // From zero, so that a narrow interval looks narrow.
    return Marks.upTo(upper.get() * 1.1).interval(estimate.real("persons"), lower, upper);
  }

  private Card data() {
    long found = tables.personsFound();
    List<TableRow> fields =
        tables.stream("field_profile")
            .filter(row -> row.text("source").equals(RunTables.ALL))
            .filter(row -> row.text("slot").equals(RunTables.ALL))
            .filter(row -> row.whole("persons_present").orElse(0L) > 0)
            .sorted(
                Comparator.comparingLong((TableRow row) -> row.whole("persons_present").orElse(0L))
                    .reversed())
            .toList();
    String most =
        fields.stream()
            .limit(FIELDS)
            .map(
                row ->
                    texts.say(
                        "card.field",
                        texts.word("field", row.text("field")),
                        Figures.wholePercent(
                            row.real("persons_present").get() / Math.max(1, found))))
            .collect(Collectors.joining(texts.say("card.and")));
    List<Phrase> lines = new ArrayList<>();
    if (!fields.isEmpty()) {
      lines.add(texts.phrase("card.of-people", most));
    }
    long others =
        tables.stream("field_profile")
            .map(row -> row.text("field"))
            .filter(field -> field.startsWith("other:"))
            .distinct()
            .count();
    if (others > 0) {
      lines.add(texts.phrase("card.others", Figures.count(others)));
    }
    return card(
        "card.data", texts.say("card.fields", Figures.count(fields.size())), lines, false, "");
  }

  private Card share() {
    Optional<TableRow> total =
        tables.stream("population_share")
            .filter(row -> row.text("stratum").equals("total"))
            .filter(row -> SharesSection.isOfAll(row))
            .filter(row -> !row.suppressed() && row.real("share_lower").isPresent())
            .findFirst();
    if (total.isEmpty()) {
      return card(
          "card.share",
          texts.say("number.unknown"),
          List.of(texts.phrase("shares.none")),
          false,
          "");
    }
    return card(
        "card.share",
        total
            .get()
            .real("share")
            .map(share -> texts.say("number.about", Figures.percent(share)))
            .orElse(SharesSection.interval(texts, total.get())),
        List.of(
            Phrase.of(SharesSection.interval(texts, total.get())),
            texts.phrase(
                "card.population",
                total.get().text("label"),
                Figures.count(total.get().whole("population_persons").orElse(0L)))),
        false,
        "");
  }

  private Optional<Card> severity() {
    return SeveritySection.score(tables)
        .map(
            row ->
                card(
                    "card.severity",
                    texts.word("band", row.text("band")),
                    List.of(score(row)),
                    false,
                    ""));
  }

  private Phrase score(TableRow row) {
    return row.shown("lower").equals(row.shown("upper"))
        ? texts.phrase("card.score", row.shown("value"))
        : texts.phrase(
            "card.score-between", row.shown("value"), row.shown("lower"), row.shown("upper"));
  }

  /** The claim whose verdict is to be known first: one that the sample contradicts. */
  private Optional<Card> claim() {
    return tables.stream("claim_check")
        .min(Comparator.comparingInt(row -> VERDICTS.indexOf(row.text("verdict"))))
        .map(
            row ->
                card(
                    "card.claim",
                    texts.word("verdict", row.text("verdict")),
                    List.of(
                        texts.phrase(
                            "card.claimed",
                            row.text("claim"),
                            ClaimsSection.claimed(row),
                            texts.word("unit", row.text("unit")))),
                    false,
                    ""));
  }

  private Card steps() {
    List<Phrase> steps = NextSteps.steps(tables, texts);
    return card("card.next", "", steps.subList(0, Math.min(STEPS, steps.size())), true, "next");
  }

  private Card card(
      String question, String answer, List<Phrase> lines, boolean ordered, String look) {
    return new Card(texts.say(question), answer, lines, ordered, look, List.of());
  }
}
