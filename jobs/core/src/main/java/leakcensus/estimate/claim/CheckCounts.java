package leakcensus.estimate.claim;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import leakcensus.estimate.FrequencyOfFrequencies;
import leakcensus.estimate.FrequencyTable;
import leakcensus.estimate.LinkageBounds;
import leakcensus.estimate.SampleDesign;
import leakcensus.estimate.gate.Gate;

/**
 * Holds a claim of persons against a table of how many persons have k records: one source, without
 * error of linkage.
 */
public final class CheckCounts {

  private CheckCounts() {}

  /**
   * The row of one claim.
   *
   * @param claim the claim
   * @param maxCv2 cap on the unevenness of records over the claimed persons, where one is stated
   * @param table the counts, and how they came about
   * @param gates tests of the stated design
   */
  public static ClaimCheck check(
      Claim claim, OptionalDouble maxCv2, FrequencyTable table, List<Gate> gates) {
    FrequencyOfFrequencies persons = table.sample().persons();
    long observed = persons.observedPersons();
    OptionalLong dumpRecords =
        table.design() instanceof SampleDesign.RandomRecords
            ? table.sample().dumpRecords()
            : OptionalLong.empty();
    Optional<String> refusal =
        gates.stream().filter(Gate::refuses).map(Gate::explanation).findFirst();
    return CheckClaim.check(
        claim,
        new ClaimEvidence(
            table.design(),
            List.of(
                new SourcePairs(
                    "counts", persons.records(), observed, dumpRecords, false, persons.pairs())),
            List.of(),
            new LinkageBounds(observed, observed, observed, "Counted as they are."),
            maxCv2,
            persons.pairDispersionRatio(),
            0,
            0,
            refusal));
  }
}
