package leakcensus.estimate.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How many persons of other sources an index with one record a person holds as well.
 *
 * @param comparedPairs pairs of a person of an index and a person of another source, summed over
 *     all such couples of sources
 * @param persons persons of the other sources, summed likewise; each matches at most one of its
 *     index
 * @param matches pairs that are one person
 * @param fewestMatches fewest pairs that the linkage permits
 * @param mostMatches most pairs that the linkage permits
 * @param dispersionRatio variance of the number of matches over its mean, at least 1: one person in
 *     several sources makes several matches
 * @param observedPersons persons of the sample
 */
public record IndexMatches(
    double comparedPairs,
    double persons,
    double matches,
    double fewestMatches,
    double mostMatches,
    double dispersionRatio,
    double observedPersons) {

  public IndexMatches {
    if (!(0 <= fewestMatches
        && fewestMatches <= matches
        && matches <= mostMatches
        && mostMatches <= persons
        && persons <= comparedPairs
        && comparedPairs < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "Invalid matches: %s <= %s <= %s of %s persons in %s pairs (must not fall)"
              .formatted(fewestMatches, matches, mostMatches, persons, comparedPairs));
    }
    if (!(dispersionRatio >= 1 && dispersionRatio < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "Invalid dispersion of matches: %s (must be finite and >= 1)".formatted(dispersionRatio));
    }
    if (!(observedPersons >= 0 && observedPersons < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "Invalid observed persons: %s (must be finite and >= 0)".formatted(observedPersons));
    }
  }

  /**
   * The matches of sources whose links are free of error.
   *
   * @param sources names of the sources
   * @param personsBySources persons by the bits of the sources that hold them; bit {@code 1L << k}
   *     is the k-th of the names
   * @param indexes names of the sources that were drawn from an index with one record a person
   * @throws IllegalArgumentException if an index is none of the sources
   */
  public static IndexMatches of(
      List<String> sources, Map<Long, Long> personsBySources, Set<String> indexes) {
    if (!sources.containsAll(indexes)) {
      throw new IllegalArgumentException("Unknown person index: not among the lists");
    }
    double comparedPairs = 0;
    double persons = 0;
    double matches = 0;
    List<Long> couples = new ArrayList<>();
    for (int first = 0; first < sources.size(); first++) {
      for (int second = first + 1; second < sources.size(); second++) {
        boolean firstIsIndex = indexes.contains(sources.get(first));
        if (firstIsIndex || indexes.contains(sources.get(second))) {
          double inFirst = inAll(personsBySources, 1L << first);
          double inSecond = inAll(personsBySources, 1L << second);
          long couple = 1L << first | 1L << second;
          couples.add(couple);
          comparedPairs += inFirst * inSecond;
          persons += firstIsIndex ? inSecond : inFirst;
          matches += inAll(personsBySources, couple);
        }
      }
    }
    return new IndexMatches(
        comparedPairs,
        persons,
        matches,
        matches,
        matches,
        matches == 0 ? 1 : squaredMatches(personsBySources, couples) / matches,
        personsBySources.values().stream().mapToDouble(Long::doubleValue).sum());
  }

  /** The matches of lists that are free of error of linkage; see the other. */
  public static IndexMatches of(CaptureHistories histories, Set<String> indexes) {
    Map<Long, Long> personsBySources = new TreeMap<>();
    histories
        .persons()
        .forEach((history, persons) -> personsBySources.put(history.longValue(), persons));
    return of(histories.lists(), personsBySources, indexes);
  }

  /**
   * These matches, as far as the linkage leaves them open.
   *
   * @param missed matches that may have been missed
   * @param mistaken matches that may be mistakes
   * @param fewestPersons fewest persons of the sample
   */
  public IndexMatches doubted(double missed, double mistaken, double fewestPersons) {
    return new IndexMatches(
        comparedPairs,
        persons,
        matches,
        Math.max(0, matches - mistaken),
        Math.min(persons, matches + missed),
        dispersionRatio,
        fewestPersons);
  }

  private static double inAll(Map<Long, Long> personsBySources, long sources) {
    return personsBySources.entrySet().stream()
        .filter(entry -> (entry.getKey() & sources) == sources)
        .mapToDouble(Map.Entry::getValue)
        .sum();
  }

  /** A person in three sources makes two or three matches at once. */
  private static double squaredMatches(Map<Long, Long> personsBySources, List<Long> couples) {
    double sum = 0;
    for (Map.Entry<Long, Long> entry : personsBySources.entrySet()) {
      double made = couples.stream().filter(couple -> (entry.getKey() & couple) == couple).count();
      sum += made * made * entry.getValue();
    }
    return sum;
  }

  /** Whether the linkage leaves the number of matches open. */
  boolean isUncertain() {
    return fewestMatches < mostMatches;
  }
}
