package leakcensus.estimate.select;

import java.util.List;
import java.util.Optional;
import leakcensus.estimate.FrequencyOfFrequencies;
import leakcensus.estimate.SampleCounts;
import leakcensus.estimate.linkage.BoundPersons;
import leakcensus.estimate.linkage.LinkageErrors;

/**
 * Frequencies as they would be under other links that the linkage permits.
 *
 * @param fewest with the fewest persons, in each way that links may be missed; one at least
 * @param best as they are best taken to be, where they tell a law of records
 * @param most with the most persons
 */
record RelinkedCounts(
    List<FrequencyOfFrequencies> fewest,
    Optional<FrequencyOfFrequencies> best,
    FrequencyOfFrequencies most) {

  private static final double MOST_FALSE_RATIO = 0.05;

  RelinkedCounts {
    fewest = List.copyOf(fewest);
  }

  /** Links are missed, and false, between persons with few mentions; best taken as they are. */
  static RelinkedCounts betweenFew(SampleCounts counts) {
    return new RelinkedCounts(
        List.of(RelinkedFrequencies.merged(counts.persons(), fewer(counts))),
        Optional.of(counts.persons()),
        split(counts));
  }

  /**
   * Links are false between persons with few mentions, and missed between such, or as often among
   * persons with many; best taken without the false ones and with the missed ones, unless many
   * pairs are false: which of them are, and so the law of records, nobody knows then.
   */
  static RelinkedCounts byErrors(SampleCounts counts, LinkageErrors errors) {
    FrequencyOfFrequencies persons = counts.persons();
    return new RelinkedCounts(
        List.of(
            RelinkedFrequencies.merged(persons, fewer(counts)),
            RelinkedFrequencies.completed(persons, fewer(counts))),
        corrected(persons, errors),
        split(counts));
  }

  private static Optional<FrequencyOfFrequencies> corrected(
      FrequencyOfFrequencies persons, LinkageErrors errors) {
    long falseLinks = BoundPersons.falseLinks(persons, errors);
    return falseLinks > MOST_FALSE_RATIO * persons.pairs()
        ? Optional.empty()
        : Optional.of(
            RelinkedFrequencies.completed(
                RelinkedFrequencies.split(persons, 0, falseLinks),
                BoundPersons.missedJoins(persons, errors)));
  }

  private static long fewer(SampleCounts counts) {
    return Math.max(0, counts.persons().observedPersons() - counts.linkage().lowerPersons());
  }

  private static FrequencyOfFrequencies split(SampleCounts counts) {
    FrequencyOfFrequencies persons = counts.persons();
    long more = counts.linkage().upperPersons() - persons.observedPersons();
    return RelinkedFrequencies.split(
        persons, counts.mentions() - persons.records(), Math.max(0, more));
  }
}
