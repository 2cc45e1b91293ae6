package leakcensus.estimate.claim;

import java.util.Locale;
import java.util.OptionalDouble;
import leakcensus.estimate.LinkageBounds;
import leakcensus.estimate.SampleDesign;

/**
 * Holds the claimed number of persons against the sample, by counting where the sample is the whole
 * dump, or holds as many itself, else by its repeats.
 */
public final class CheckClaim {

  private CheckClaim() {}

  /** The row of one claim. */
  public static ClaimCheck check(Claim claim, ClaimEvidence evidence) {
    if (evidence.design() instanceof SampleDesign.WholeDump) {
      return counted(claim, evidence.linkage());
    }
    if (evidence.linkage().lowerPersons() >= claim.persons()) {
      return sampleAlone(claim, evidence.linkage());
    }
    if (evidence.refusal().isEmpty()
        && (evidence.design() instanceof SampleDesign.RandomRecords
            || evidence.design() instanceof SampleDesign.IndependentDraws)) {
      return new RepeatTest(claim, evidence).check();
    }
    return noRandomDesign(claim, evidence);
  }

  /**
   * Chance that repeats exceed the claim at 5 % if the truth is this ratio of it, everybody having
   * the same number of records; a ratio.
   */
  public static double powerRatio(Claim claim, ClaimEvidence evidence, double truthRatio) {
    return new RepeatPower(RepeatStatistic.of(claim, evidence).law(), claim.persons(), 0)
        .ratio(truthRatio);
  }

  private static ClaimCheck counted(Claim claim, LinkageBounds count) {
    StatedNumber stated = new StatedNumber(claim.persons());
    boolean inside = stated.meets(count.lowerPersons(), count.upperPersons());
    return ClaimCheck.persons(claim)
        .counted("persons", count.persons())
        .expected(claim.persons())
        .between(count.lowerPersons(), count.upperPersons())
        .deviation(side(inside, count.upperPersons() < claim.persons()))
        .assumptions(
            "The sample is the whole dump, as the configuration states. " + count.assumptions())
        .verdict(
            inside ? ClaimVerdict.CONSISTENT : ClaimVerdict.CONTRADICTED,
            words(
                "The whole dump was counted: it holds %,d to %,d persons, and %,.0f are claimed.",
                count.lowerPersons(), count.upperPersons(), claim.persons()));
  }

  private static ClaimDeviation side(boolean inside, boolean fewer) {
    if (inside) {
      return ClaimDeviation.NONE;
    }
    return fewer ? ClaimDeviation.FEWER : ClaimDeviation.MORE;
  }

  private static ClaimCheck sampleAlone(Claim claim, LinkageBounds count) {
    boolean more = count.lowerPersons() > new StatedNumber(claim.persons()).upper();
    return ClaimCheck.persons(claim)
        .counted("persons", count.persons())
        .between(OptionalDouble.of(count.lowerPersons()), OptionalDouble.empty())
        .deviation(more ? ClaimDeviation.MORE : ClaimDeviation.NONE)
        .assumptions(count.assumptions())
        .verdict(
            ClaimVerdict.CONSISTENT,
            words(
                "The sample alone holds at least %,d persons, and %,.0f are claimed for the whole"
                    + " dump.",
                count.lowerPersons(), claim.persons()));
  }

  private static ClaimCheck noRandomDesign(Claim claim, ClaimEvidence evidence) {
    RepeatStatistic statistic = RepeatStatistic.ofAllPairs(evidence);
    return ClaimCheck.persons(claim)
        .counted(statistic.name(), statistic.pairs())
        .assumptions("None: the design of the sample is %s.".formatted(evidence.design().key()))
        .verdict(ClaimVerdict.NOT_TESTABLE, words(noDesign(evidence), claim.persons()));
  }

  private static String noDesign(ClaimEvidence evidence) {
    if (evidence.refusal().isPresent()) {
      return evidence.refusal().get().replace("%", "%%")
          + " So it says nothing about %,.0f persons.";
    }
    return evidence.design() instanceof SampleDesign.Head
        ? "The sample is the head of the dump or of an index, so it says nothing about %,.0f"
            + " persons."
        : "Nobody knows how the sample was drawn, so it says nothing about %,.0f persons.";
  }

  private static String words(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
