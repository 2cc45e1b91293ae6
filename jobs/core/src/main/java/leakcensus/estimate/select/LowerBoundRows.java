package leakcensus.estimate.select;

import java.util.Optional;
import leakcensus.estimate.Confidence;
import leakcensus.estimate.EstimateScope;
import leakcensus.estimate.FrequencyOfFrequencies;
import leakcensus.estimate.PersonEstimate;
import leakcensus.estimate.PoissonInterval;
import leakcensus.estimate.SampleCounts;
import leakcensus.estimate.SelectionReason;

/**
 * The rows of the homogeneous lower bound for a random sample of the records of a dump.
 *
 * <p>The bound counts mentions, the size of a dump counts records; the ratio between the two is
 * taken from the sample. A tenth of the permitted error goes to that ratio, the rest to the pairs.
 *
 * <p>Two rows differ in the mentions they stand on. Over all mentions, a missed link hides pairs
 * and would make the bound too high, so the pairs are those of the worst partition that the linkage
 * bounds permit: the persons with the most mentions taken for one, down to the fewest persons. That
 * is safe and, with wide linkage bounds, of little use. Over the mentions with a checked id no link
 * between records without an id can be missed, and the persons who carry an id are among the
 * persons of the dump; so that row is selected where it exists.
 */
final class LowerBoundRows {

  private static final double RATIO_SHARE_OF_ERROR = 0.1;

  private final SampleCounts counts;
  private final double dumpRecords;
  private final double confidence;

  LowerBoundRows(SampleCounts counts, long dumpRecords, double confidence) {
    Confidence.check(confidence);
    this.counts = counts;
    this.dumpRecords = dumpRecords;
    this.confidence = confidence;
  }

  PersonEstimate allMentions() {
    return allMentionsRow().build();
  }

  PersonEstimate allMentionsSelected() {
    return allMentionsRow().selected(SelectionReason.REPEATS).build();
  }

  /** The selected row over checked ids, if the sample holds at least two mentions with one. */
  Optional<PersonEstimate> checkedIds() {
    return counts
        .checkedIds()
        .filter(ids -> ids.records() >= 2)
        .map(
            ids ->
                row("cv0_lower_bound_checked_ids", ids, ids.pairs())
                    .selected(SelectionReason.CHECKED_REPEATS)
                    .assumptions(
                        randomness()
                            + " Counts the persons who carry a checked id, who are among all"
                            + " persons; selected since links that were missed between records"
                            + " without an id cannot touch it. Whoever uses two valid ids counts"
                            + " as two.")
                    .build());
  }

  private PersonEstimate.Builder allMentionsRow() {
    FrequencyOfFrequencies persons = counts.persons();
    double worstPairs = persons.pairsIfMerged(counts.linkage().lowerPersons());
    return row("cv0_lower_bound", persons, worstPairs)
        .assumptions(randomness() + " " + links(persons));
  }

  private PersonEstimate.Builder row(
      String method, FrequencyOfFrequencies groups, double safePairs) {
    long mentions = groups.records();
    double dumpMentions = Math.max(mentions, lowerDumpMentions(mentions));
    HomogeneousLowerBound bound =
        HomogeneousLowerBound.of(
            safePairs, mentions, dumpMentions, 1 - (1 - confidence) * pairsShare(mentions));
    double lower = Math.max(bound.lowerPersons(), counts.linkage().lowerPersons());
    return PersonEstimate.builder(EstimateScope.DUMP, method, confidence)
        .lowerPersons(lower)
        .upperPersons(Math.max(lower, upperPersons()))
        .diagnostic("bound_at_observed_pairs_persons", bound.persons())
        .diagnostic("dump_mentions", dumpMentions)
        .diagnostic("pairs", groups.pairs())
        .diagnostic("safe_pairs", safePairs)
        .diagnostic("sample_mentions", mentions);
  }

  /** One mention in every record is a layout, not a ratio that could come out otherwise. */
  private boolean oneMentionPerRecord(long mentions) {
    return mentions == counts.records();
  }

  private double pairsShare(long mentions) {
    return oneMentionPerRecord(mentions) ? 1 : 1 - RATIO_SHARE_OF_ERROR;
  }

  private double lowerDumpMentions(long mentions) {
    return DumpMentions.of(
            mentions, counts.records(), dumpRecords, 1 - (1 - confidence) * RATIO_SHARE_OF_ERROR)
        .lower();
  }

  /** Nobody stands behind no record, but two persons may stand in one. */
  private double upperPersons() {
    return counts.mentions() > counts.records()
        ? dumpRecords
            * (PoissonInterval.of(counts.mentions(), confidence).upper() / counts.records())
        : dumpRecords;
  }

  private String randomness() {
    String design =
        "Every record of the dump had the same chance to be in the sample, and the dump has the"
            + " stated number of records. A lower bound whatever the number of records per person;"
            + " the upper end is the number of records, since nobody stands behind no record.";
    return counts.mentions() > counts.records()
        ? design
            + " Records name more than one person: the upper end counts their mentions, and pairs"
            + " that come in groups make the lower end less certain than stated."
        : design;
  }

  private String links(FrequencyOfFrequencies persons) {
    return counts.linkage().lowerPersons() < persons.observedPersons()
        ? "Missed links would make the bound over all mentions too high; so the pairs are the most"
            + " that the fewest persons of the linkage permit."
        : "No link was missed, as the linkage bounds state.";
  }
}
