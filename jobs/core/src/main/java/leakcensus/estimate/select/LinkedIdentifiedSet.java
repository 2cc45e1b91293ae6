package leakcensus.estimate.select;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import leakcensus.estimate.DumpSample;
import leakcensus.estimate.EstimateScope;
import leakcensus.estimate.FrequencyOfFrequencies;
import leakcensus.estimate.PersonEstimate;
import leakcensus.estimate.SampleCounts;
import leakcensus.estimate.SampleDesign;
import leakcensus.estimate.SelectionReason;
import leakcensus.estimate.program.IdentifiedSet;

/**
 * The identified set of a sample whose persons were linked with error.
 *
 * <pre>{@code
 * lower = max(lower end over mentions with a checked id, lowest end of the sets with the fewest
 *             persons of the linkage)
 * upper = upper end of the set with the most persons of the linkage
 *
 * sets at confidence 1 - (1 - confidence) / 2, so that all ends together err no more than stated
 * persons = headline of the best counts, cut at both ends; without such, the middle of both (ratio)
 * }</pre>
 *
 * <p>Units: records, mentions and persons in, persons out.
 *
 * <p>Errors: takes links that were missed or false for links between persons with few mentions, who
 * are most of those linked. The error of the linkage itself enters at its own confidence, at the
 * worse end on each side.
 */
final class LinkedIdentifiedSet {

  /** The name of the method. */
  static final String METHOD = "lp_set_linked";

  /** The name of the method on drawn partitions. */
  static final String DRAWN_METHOD = "lp_set_drawn";

  private final String method;
  private final SampleCounts counts;
  private final RelinkedCounts relinked;
  private final double dumpRecords;
  private final double confidence;

  /** The set of counts whose links are missed or false between persons with few mentions. */
  LinkedIdentifiedSet(SampleCounts counts, double dumpRecords, double confidence) {
    this(METHOD, counts, RelinkedCounts.betweenFew(counts), dumpRecords, confidence);
  }

  LinkedIdentifiedSet(
      SampleCounts counts, RelinkedCounts relinked, double dumpRecords, double confidence) {
    this(METHOD, counts, relinked, dumpRecords, confidence);
  }

  /** The set of partitions drawn by the probability of their links. */
  static LinkedIdentifiedSet drawn(
      SampleCounts counts,
      List<FrequencyOfFrequencies> drawn,
      double dumpRecords,
      double confidence) {
    return new LinkedIdentifiedSet(
        DRAWN_METHOD, counts, RelinkedCounts.drawn(drawn, confidence), dumpRecords, confidence);
  }

  private LinkedIdentifiedSet(
      String method,
      SampleCounts counts,
      RelinkedCounts relinked,
      double dumpRecords,
      double confidence) {
    this.method = method;
    this.counts = counts;
    this.relinked = relinked;
    this.dumpRecords = dumpRecords;
    this.confidence = confidence;
  }

  /**
   * The selected row; nothing where some partition that the linkage permits could not have been
   * drawn from such a dump, or where the checked ids contradict it.
   *
   * @param checkedIds the row of the lower bound over mentions with a checked id, if there is one
   */
  Optional<PersonEstimate> row(Optional<PersonEstimate> checkedIds) {
    FrequencyOfFrequencies persons = counts.persons();
    if (persons.records() == 0) {
      return Optional.empty();
    }
    List<PersonEstimate> lows =
        relinked.fewest().stream()
            .map(fewest -> set(fewest, mentions(fewest).lower()))
            .filter(PersonEstimate::identifiable)
            .toList();
    PersonEstimate high = set(relinked.most(), mentions(relinked.most()).upper());
    Optional<PersonEstimate> law = relinked.best().map(this::headline);
    if (lows.isEmpty()
        || !high.identifiable()
        || law.filter(row -> row.persons().isEmpty()).isPresent()) {
      return Optional.empty();
    }

    double low =
        lows.stream().mapToDouble(row -> row.lowerPersons().orElseThrow()).min().orElseThrow();
    double lower =
        Math.max(low, checkedIds.map(row -> row.lowerPersons().orElseThrow()).orElse(0.0));
    double upper = high.upperPersons().orElseThrow();
    if (lower > upper) {
      return Optional.empty();
    }
    double number = law.map(row -> row.persons().orElseThrow()).orElse(Math.sqrt(lower * upper));
    return Optional.of(
        PersonEstimate.builder(EstimateScope.DUMP, method, confidence)
            .persons(Math.max(lower, Math.min(upper, number)))
            .lowerPersons(lower)
            .upperPersons(upper)
            .selected(SelectionReason.PERMITTED_PERSONS_LINKED)
            .assumptions(
                law.map(PersonEstimate::assumptions)
                        .orElse(high.assumptions() + " The number in between is the middle.")
                    + " "
                    + relinked.assumptions())
            .diagnostic("dump_mentions", mentions(persons).mentions())
            .diagnostic("fewest_linked_lower_persons", low)
            .diagnostic("most_linked_upper_persons", high.upperPersons().orElseThrow())
            .diagnostic("sampled_ratio", persons.records() / mentions(persons).mentions())
            .build());
  }

  private DumpMentions mentions(FrequencyOfFrequencies persons) {
    return DumpMentions.of(
        persons.records(), counts.records(), dumpRecords, half(half(confidence)));
  }

  private PersonEstimate set(FrequencyOfFrequencies persons, double dumpMentions) {
    return new IdentifiedSet().estimate(sample(persons, dumpMentions), half(confidence));
  }

  private PersonEstimate headline(FrequencyOfFrequencies persons) {
    DumpSample sample = sample(persons, mentions(persons).mentions());
    return EstimateFrequencies.headline(
        sample, new SampleDesign.RandomRecords(sample.dumpRecords()), confidence);
  }

  private static DumpSample sample(FrequencyOfFrequencies persons, double dumpMentions) {
    return new DumpSample(
        persons, OptionalLong.of(Math.max(persons.records(), Math.round(dumpMentions))));
  }

  private static double half(double confidence) {
    return 1 - (1 - confidence) / 2;
  }
}
