package leakcensus.estimate;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;

/**
 * How many persons have exactly one record, two records, and so on: all that the estimators see.
 */
public final class FrequencyOfFrequencies {

  private static final FrequencyOfFrequencies EMPTY = of(Map.of());

  private final SortedMap<Long, Long> personsByRecords;
  private final long observedPersons;
  private final long records;

  private FrequencyOfFrequencies(SortedMap<Long, Long> personsByRecords) {
    long persons = 0;
    long total = 0;
    for (Map.Entry<Long, Long> frequency : personsByRecords.entrySet()) {
      persons = Math.addExact(persons, frequency.getValue());
      total = Math.addExact(total, Math.multiplyExact(frequency.getKey(), frequency.getValue()));
    }
    this.personsByRecords = Collections.unmodifiableSortedMap(personsByRecords);
    this.observedPersons = persons;
    this.records = total;
  }

  /** The frequencies of a table from number of records to number of persons; no zero rows. */
  public static FrequencyOfFrequencies of(Map<Long, Long> personsByRecords) {
    SortedMap<Long, Long> sorted = new TreeMap<>(personsByRecords);
    sorted.forEach(
        (records, persons) -> {
          if (!(records >= 1 && persons >= 1)) {
            throw new IllegalArgumentException(
                "Invalid frequency: %d persons with %d records (both must be >= 1)"
                    .formatted(persons, records));
          }
        });
    return new FrequencyOfFrequencies(sorted);
  }

  /** No person at all. */
  public static FrequencyOfFrequencies empty() {
    return EMPTY;
  }

  /** Number of distinct persons, in persons. */
  public long observedPersons() {
    return observedPersons;
  }

  /** Number of records of all persons, in records. */
  public long records() {
    return records;
  }

  /** Number of persons with exactly this many records, in persons. */
  public long personsSeen(long times) {
    return personsByRecords.getOrDefault(times, 0L);
  }

  /** Most records of one person; zero without persons. */
  public long mostRecords() {
    return personsByRecords.isEmpty() ? 0 : personsByRecords.lastKey();
  }

  /**
   * Number of pairs of records that belong to one person. Exact up to 2^53, rounded above, where
   * the sum no longer fits a long.
   */
  public double pairs() {
    return sum(FrequencyOfFrequencies::pairsOf);
  }

  /**
   * Variance of the number of pairs over its mean when persons enter the sample independently: the
   * sum of squared pairs per person over the sum of pairs. It is 1 where nobody has more than two
   * records, and grows with the dependence that one often-seen person brings.
   */
  public double pairDispersionRatio() {
    double pairs = pairs();
    return pairs == 0 ? 1 : sum(records -> pairsOf(records) * pairsOf(records)) / pairs;
  }

  /**
   * The most pairs that these records can hold if they come from no fewer than this many persons:
   * the persons with the most records are taken for one.
   */
  public double pairsIfMerged(long fewestPersons) {
    if (observedPersons == 0) {
      return 0;
    }
    long left = observedPersons - Math.max(1, Math.min(fewestPersons, observedPersons)) + 1;
    double separatePairs = 0;
    double mergedRecords = 0;
    TreeMap<Long, Long> downwards = new TreeMap<>(Collections.reverseOrder());
    downwards.putAll(personsByRecords);
    for (Map.Entry<Long, Long> frequency : downwards.entrySet()) {
      long merged = Math.min(left, frequency.getValue());
      left -= merged;
      mergedRecords += (double) merged * frequency.getKey();
      separatePairs += (frequency.getValue() - merged) * pairsOf(frequency.getKey());
    }
    return separatePairs + pairsOf(mergedRecords);
  }

  /** The table from number of records to number of persons, by number of records. */
  public SortedMap<Long, Long> asMap() {
    return personsByRecords;
  }

  /** The frequencies of these persons and of others. */
  public FrequencyOfFrequencies plus(FrequencyOfFrequencies others) {
    TreeMap<Long, Long> sum = new TreeMap<>(asMap());
    others.asMap().forEach((times, persons) -> sum.merge(times, persons, Math::addExact));
    return sum.isEmpty() ? empty() : of(sum);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FrequencyOfFrequencies that
        && personsByRecords.equals(that.personsByRecords);
  }

  @Override
  public int hashCode() {
    return personsByRecords.hashCode();
  }

  @Override
  public String toString() {
    return "FrequencyOfFrequencies" + personsByRecords;
  }

  private double sum(DoubleUnaryOperator perPerson) {
    double sum = 0;
    for (Map.Entry<Long, Long> frequency : personsByRecords.entrySet()) {
      sum += frequency.getValue() * perPerson.applyAsDouble(frequency.getKey());
    }
    return sum;
  }

  private static double pairsOf(double records) {
    return records * (records - 1) / 2;
  }
}
