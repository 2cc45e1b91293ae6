package leakcensus.page;

import java.util.Comparator;
import java.util.Optional;

/**
 * Says why one leak has several upper ends: that of the test of a claim, that of the first screen,
 * and the widest bound among the methods. They differ by what they assume.
 */
final class UpperEnds {

  private static final String ONLY_RANDOM = "cv0_";
  private static final String FREE_OF_UNEVENNESS = "index_pairs";

  private UpperEnds() {}

  /** The sentence; nothing where there is one upper end only. */
  static Optional<String> why(RunTables tables, Texts texts) {
    Optional<Double> headline =
        tables
            .selected("dump")
            .filter(row -> row.flag("identifiable"))
            .flatMap(row -> row.real("upper"));
    Optional<TableRow> claim =
        tables.stream("claim_check")
            .filter(row -> row.text("unit").equals("persons") && row.real("upper").isPresent())
            .findFirst();
    if (headline.isEmpty() || claim.isEmpty()) {
      return Optional.empty();
    }
    String ofClaim = Figures.persons(claim.get().real("upper").get());
    String ofAll = Figures.persons(headline.get());
    if (ofClaim.equals(ofAll)) {
      return Optional.empty();
    }
    boolean capped =
        claim.get().real("power_to_contradict").isPresent()
            && !claim.get().text("statistic").equals(FREE_OF_UNEVENNESS);
    String key =
        capped && claim.get().real("upper").get() > headline.get()
            ? "claims.ends.capped"
            : "claims.ends";
    return Optional.of(texts.say(key, ofClaim, ofAll, widest(tables, texts, headline.get())));
  }

  private static String widest(RunTables tables, Texts texts, double headline) {
    return tables
        .estimates("dump")
        .filter(row -> row.text("method").startsWith(ONLY_RANDOM) && row.flag("identifiable"))
        .map(row -> row.real("upper"))
        .flatMap(Optional::stream)
        .max(Comparator.naturalOrder())
        .filter(upper -> upper > headline)
        .map(upper -> texts.say("claims.ends.widest", Figures.persons(upper)))
        .orElse("");
  }
}
