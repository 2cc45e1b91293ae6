package leakcensus.page;

import java.util.List;
import java.util.Optional;
import leakcensus.page.Block.Paragraph;
import leakcensus.page.Grid.Cell;

/** Whether the claims of the seller stand, and what the sample could have shown. */
final class ClaimsSection {

  private static final double SMALLEST_CHANCE = 1e-4;
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
      power(texts, claim).ifPresent(text -> section.add(new Paragraph(Phrase.of(text), "")));
      smallest(texts, claim).ifPresent(text -> section.add(new Paragraph(Phrase.of(text), "")));
    }
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

  private static Optional<String> power(Texts texts, TableRow claim) {
    Optional<Double> contradict = claim.real("power_to_contradict");
    return contradict
        .map(chance -> texts.say("claims.power-to-contradict", chance(texts, chance)))
        .or(
            () ->
                claim
                    .real("power")
                    .map(chance -> texts.say("claims.power", chance(texts, chance))));
  }

  private static String chance(Texts texts, double ratio) {
    return ratio < SMALLEST_CHANCE ? texts.say("claims.tiny") : Figures.percent(ratio);
  }

  /** The smallest difference that the sample would have shown. */
  private static Optional<String> smallest(Texts texts, TableRow claim) {
    Optional<String> fewer = claim.real("smallest_fewer").map(Figures::percent);
    Optional<String> more = claim.real("smallest_more").map(Figures::percent);
    if (fewer.isPresent() && more.isPresent()) {
      return Optional.of(texts.say("claims.smallest-both", fewer.get(), more.get()));
    }
    return fewer
        .map(ratio -> texts.say("claims.smallest-fewer", ratio))
        .or(() -> more.map(ratio -> texts.say("claims.smallest-more", ratio)));
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
                Cell.number(claim.shown("p_value")),
                Cell.text(verdict(texts, claim))));
    return grid.first(SHOWN, "claim_check");
  }
}
