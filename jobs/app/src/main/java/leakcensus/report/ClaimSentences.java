package leakcensus.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import leakcensus.report.TableView.Cells;

/** What a row of {@code claim_check} says, in sentences. */
final class ClaimSentences {

  private static final double SMALLEST_CHANCE = 1e-4;
  private static final double HALF = 0.5;
  private static final double LIKELY = 0.5;
  private static final String PERSONS = "persons";

  private ClaimSentences() {}

  /** The claim, its verdict, and why. */
  static String verdict(Cells claim) {
    return "%s: %s %s claimed: %s%s. %s"
        .formatted(
            claim.text("claim"),
            claim.real("claimed").map(ClaimSentences::number).orElse("?"),
            claim.text("unit"),
            claim.text("verdict").replace('_', ' '),
            side(claim),
            claim.text("explanation"));
  }

  /** What the sample permits, and what it could have shown. */
  static List<String> reach(Cells claim) {
    List<String> sentences = new ArrayList<>();
    permitted(claim).ifPresent(sentences::add);
    claim.real("power").ifPresent(power -> sentences.add(power(claim, power)));
    smallest(claim).ifPresent(sentences::add);
    return sentences;
  }

  private static String side(Cells claim) {
    String deviation = claim.text("deviation");
    return deviation.isEmpty() ? "" : ", %s than claimed".formatted(deviation);
  }

  private static Optional<String> permitted(Cells claim) {
    if (!claim.text("unit").equals(PERSONS) || claim.real("lower").isEmpty()) {
      return Optional.empty();
    }
    String least = "By this sample at least " + number(claim.real("lower").get());
    return Optional.of(
        claim
            .real("upper")
            .map(
                most -> least + " persons stand behind the dump, and at most " + number(most) + ".")
            .orElse(least + " persons stand behind the dump; nothing says how many at most."));
  }

  /** A test that finds a difference less often than a coin does is no test of it. */
  private static String power(Cells claim, double power) {
    String half =
        "If in truth half of them%s stood behind the dump, such a sample would "
            .formatted(persons(claim, HALF));
    Optional<Double> contradict = claim.real("power_to_contradict");
    if (contradict.isEmpty()) {
      return half
          + "hold the same people more often than the claim lets expect with a chance of "
          + chance(power)
          + "; that contradicts the claim only under a cap on unevenness.";
    }
    String says = half + "contradict the claim with a chance of " + chance(contradict.get());
    return contradict.get() < LIKELY
        ? says + " only: it cannot tell half of the claim from the whole."
        : says + ".";
  }

  private static String chance(double ratio) {
    return ratio < SMALLEST_CHANCE ? "less than 0.01 %" : Numbers.percent(ratio);
  }

  private static Optional<String> smallest(Cells claim) {
    Optional<String> fewer =
        claim
            .real("smallest_fewer")
            .map(ratio -> Numbers.percent(ratio) + " of them or fewer" + persons(claim, ratio));
    Optional<String> more =
        claim
            .real("smallest_more")
            .map(ratio -> Numbers.percent(ratio) + " of them or more" + persons(claim, ratio));
    if (fewer.isEmpty() && more.isEmpty()) {
      return Optional.empty();
    }
    String said =
        fewer.isPresent() && more.isPresent()
            ? fewer.get() + ", or " + more.get()
            : fewer.or(() -> more).orElseThrow();
    return Optional.of(
        "It would show in at least 8 of 10 cases that the claim is off if there were %s%s."
            .formatted(
                said,
                claim.real("power_to_contradict").isPresent()
                    ? ""
                    : " and records were spread evenly over people"));
  }

  private static String persons(Cells claim, double ratio) {
    return claim
        .real("claimed")
        .map(claimed -> " (%s persons)".formatted(Numbers.persons(ratio * claimed)))
        .orElse("");
  }

  /** A number with thousands separators; decimals only where it is small. */
  private static String number(double value) {
    return value >= 100 || value == Math.rint(value)
        ? Numbers.persons(value)
        : String.format(Locale.ROOT, "%.3g", value);
  }
}
