package leakcensus.estimate;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Holds the claimed number of persons against the sample, by counting where the sample is the whole
 * dump, else by its repeats.
 */
public final class CheckClaim {

  private CheckClaim() {}

  /** The row of one claim. */
  public static ClaimCheck check(Claim claim, ClaimEvidence evidence) {
    if (evidence.design() instanceof SampleDesign.WholeDump) {
      return counted(claim, evidence.linkage());
    }
    if (evidence.design() instanceof SampleDesign.RandomRecords
        || evidence.design() instanceof SampleDesign.IndependentDraws) {
      return new RepeatTest(claim, evidence).check();
    }
    return noRandomDesign(claim, evidence);
  }

  /**
   * Chance that repeats reject the claim at 5 % if the truth is this ratio of it, everybody having
   * the same number of records; a ratio.
   */
  public static double powerRatio(Claim claim, ClaimEvidence evidence, double truthRatio) {
    return new RepeatTest(claim, evidence).powerRatio(truthRatio);
  }

  private static ClaimCheck counted(Claim claim, LinkageBounds count) {
    boolean inside =
        count.lowerPersons() <= claim.persons() && claim.persons() <= count.upperPersons();
    return new ClaimCheck(
        claim.name(),
        claim.persons(),
        "persons",
        count.persons(),
        OptionalDouble.of(claim.persons()),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        inside ? ClaimVerdict.CONSISTENT : ClaimVerdict.CONTRADICTED,
        String.format(
            Locale.ROOT,
            "The whole dump was counted: it holds %,d to %,d persons, and %,.0f are claimed.",
            count.lowerPersons(),
            count.upperPersons(),
            claim.persons()),
        "The sample is the whole dump, as the configuration states. " + count.assumptions());
  }

  private static ClaimCheck noRandomDesign(Claim claim, ClaimEvidence evidence) {
    RepeatStatistic statistic = RepeatStatistic.of(evidence);
    return new ClaimCheck(
        claim.name(),
        claim.persons(),
        statistic.name(),
        statistic.pairs(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        ClaimVerdict.NOT_TESTABLE,
        String.format(
            Locale.ROOT,
            evidence.design() instanceof SampleDesign.Head
                ? "The sample is the head of the dump or of an index, so it says nothing about"
                    + " %,.0f persons."
                : "Nobody knows how the sample was drawn, so it says nothing about %,.0f persons.",
            claim.persons()),
        "None: the design of the sample is %s.".formatted(evidence.design().key()));
  }
}
