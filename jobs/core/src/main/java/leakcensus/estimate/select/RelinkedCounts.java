package leakcensus.estimate.select;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import leakcensus.estimate.DrawnPersons;
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
 * @param assumptions what is taken of the links, in sentences
 */
record RelinkedCounts(
    List<FrequencyOfFrequencies> fewest,
    Optional<FrequencyOfFrequencies> best,
    FrequencyOfFrequencies most,
    String assumptions) {

  private static final String BETWEEN_FEW =
      "Both ends allow for links that were missed or false, taken to be of persons with few mentions. ";

  private static final String DRAWN =
      "Both ends are those of partitions drawn by the probability of their links. Holds if those"
          + " probabilities are right and no link has escaped comparison.";

  private static final double MOST_FALSE_RATIO = 0.05;

  RelinkedCounts {
    fewest = List.copyOf(fewest);
  }

  /** Links are missed, and false, between persons with few mentions; best taken as they are. */
  static RelinkedCounts betweenFew(SampleCounts counts) {
    return new RelinkedCounts(
        List.of(RelinkedFrequencies.merged(counts.persons(), fewer(counts))),
        Optional.of(counts.persons()),
        split(counts),
        BETWEEN_FEW + counts.linkage().assumptions());
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
        split(counts),
        BETWEEN_FEW + counts.linkage().assumptions());
  }

  /**
   * As they are in partitions drawn by the evidence, which err no more than stated; one at least.
   */
  static RelinkedCounts drawn(List<FrequencyOfFrequencies> drawn, double confidence) {
    List<FrequencyOfFrequencies> sorted =
        drawn.stream()
            .sorted(Comparator.comparingLong(FrequencyOfFrequencies::observedPersons))
            .toList();
    int cut = DrawnPersons.cut(sorted.size(), confidence);
    return new RelinkedCounts(
        List.of(sorted.get(cut)),
        Optional.of(sorted.get(sorted.size() / 2)),
        sorted.get(sorted.size() - 1 - cut),
        DRAWN);
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
