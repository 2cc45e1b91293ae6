package leakcensus.page;

import java.util.List;
import java.util.Optional;
import leakcensus.page.Block.Paragraph;
import leakcensus.page.Grid.Cell;

/** Whether the claims of the seller stand, and what the sample could have shown. */
final class ClaimsSection {

  private static final int SHOWN = 40;

  private ClaimsSection() {}

  static Section of(RunTables tables, Texts texts) {
    Section.Builder section = new Section.Builder("claims", texts);
    List<TableRow> claims = tables.rows("claim_check");
    if (claims.isEmpty()) {
      return section.say("claims.none").section();
    }
    for (TableRow claim : claims.subList(0, Math.min(SHOWN, claims.size()))) {
      section.add(
          new Paragraph(
              texts.phrase(
                  "claims.verdict",
                  claim.text("claim"),
                  claimed(claim),
                  texts.word("unit", claim.text("unit")),
                  verdict(texts, claim)),
              "verdict-" + claim.text("verdict")));
      section.quote(claim.text("explanation"));
      permitted(texts, claim).ifPresent(text -> section.add(new Paragraph(Phrase.of(text), "")));
      ClaimReach.of(texts, claim).forEach(text -> section.add(new Paragraph(Phrase.of(text), "")));
    }
    UpperEnds.why(tables, texts).ifPresent(text -> section.add(new Paragraph(Phrase.of(text), "")));
    return section.folded(grid(texts, claims)).section();
  }

  /** The verdict in words, with the side to which the sample points. */
  static String verdict(Texts texts, TableRow claim) {
    String verdict = texts.word("verdict", claim.text("verdict"));
    String deviation = claim.text("deviation");
    return deviation.isEmpty() ? verdict : texts.say("claims." + deviation, verdict);
  }

  /** What is claimed, as a number. */
  static String claimed(TableRow claim) {
    return claim.real("claimed").map(Figures::number).orElse("?");
  }

  private static Optional<String> permitted(Texts texts, TableRow claim) {
    return claim.text("unit").equals("persons") && claim.real("lower").isPresent()
        ? Optional.of(
            texts.say(
                "claims.permitted",
                Intervals.between(texts, claim.real("lower"), claim.real("upper"))))
        : Optional.empty();
  }

  private static Grid grid(Texts texts, List<TableRow> claims) {
    Grid.Builder grid =
        new Grid.Builder(
            texts,
            texts.say("claims.table"),
            texts.say("head.claim"),
            texts.say("head.claimed"),
            texts.say("head.statistic"),
            texts.say("head.observed"),
            texts.say("head.expected"),
            texts.say("head.p-value"),
            texts.say("head.verdict"));
    claims.forEach(
        claim ->
            grid.row(
                Cell.head(claim.text("claim")),
                Cell.number(claimed(claim)),
                Cell.text(claim.text("statistic").replace('_', ' ')),
                Cell.number(claim.shown("observed")),
                Cell.number(claim.shown("expected")),
                Cell.number(claim.real("p_value").map(Figures::pValue).orElse("–")),
                Cell.text(verdict(texts, claim))));
    return grid.first(SHOWN, "claim_check");
  }
}
