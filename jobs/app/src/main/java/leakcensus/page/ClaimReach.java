package leakcensus.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Says which true numbers a sample could have told from the claim: a test that finds nothing says
 * little where it could hardly find anything.
 */
final class ClaimReach {

  private static final double HALF = 0.5;
  private static final double SMALLEST_CHANCE = 1e-4;

  /** A test that finds a difference less often than a coin does is no test of it. */
  private static final double LIKELY = 0.5;

  private ClaimReach() {}

  static List<String> of(Texts texts, TableRow claim) {
    List<String> sentences = new ArrayList<>();
    Optional<Double> claimed = claim.real("claimed");
    if (claimed.isPresent()) {
      half(texts, claim, claimed.get()).ifPresent(sentences::add);
      smallest(texts, claim, claimed.get()).ifPresent(sentences::add);
    }
    return sentences;
  }

  private static Optional<String> half(Texts texts, TableRow claim, double claimed) {
    Optional<Double> contradict = claim.real("power_to_contradict");
    String half = Figures.persons(HALF * claimed);
    return contradict
        .map(
            chance ->
                texts.say(
                    chance < LIKELY ? "claims.half.blind" : "claims.half",
                    half,
                    chance(texts, chance)))
        .or(
            () ->
                claim
                    .real("power")
                    .map(chance -> texts.say("claims.half.uncapped", half, chance(texts, chance))));
  }

  private static String chance(Texts texts, double ratio) {
    return ratio < SMALLEST_CHANCE ? texts.say("claims.tiny") : Figures.percent(ratio);
  }

  /** The true numbers nearest to the claim that the sample would have told from it. */
  private static Optional<String> smallest(Texts texts, TableRow claim, double claimed) {
    Optional<String> fewer =
        claim.real("smallest_fewer").map(ratio -> persons(texts, ratio, claimed));
    Optional<String> more =
        claim.real("smallest_more").map(ratio -> persons(texts, ratio, claimed));
    String even = claim.real("power_to_contradict").isPresent() ? "" : texts.say("claims.if-even");
    if (fewer.isPresent() && more.isPresent()) {
      return Optional.of(texts.say("claims.smallest-both", fewer.get(), more.get(), even));
    }
    return fewer
        .map(number -> texts.say("claims.smallest-fewer", number, even))
        .or(() -> more.map(number -> texts.say("claims.smallest-more", number, even)));
  }

  private static String persons(Texts texts, double ratio, double claimed) {
    return texts.say("claims.of-claim", Figures.persons(ratio * claimed), Figures.percent(ratio));
  }
}
