package leakcensus.estimate.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
   * The matches of lists that are free of error of linkage.
   *
   * @param histories persons by the lists that hold them
   * @param indexes names of the lists that were drawn from an index with one record a person
   * @throws IllegalArgumentException if a name is none of the lists
   */
  public static IndexMatches of(CaptureHistories histories, Set<String> indexes) {
    if (!histories.lists().containsAll(indexes)) {
      throw new IllegalArgumentException("Unknown person index: not among the lists");
    }
    double comparedPairs = 0;
    double persons = 0;
    double matches = 0;
    double squares = 0;
    List<Integer> couples = couples(histories.lists(), indexes);
    for (int couple : couples) {
      int index =
          indexes.contains(histories.lists().get(lowest(couple)))
              ? lowest(couple)
              : highest(couple);
      int other = lowest(couple) + highest(couple) - index;
      comparedPairs += (double) histories.personsOn(index) * histories.personsOn(other);
      persons += histories.personsOn(other);
      matches += histories.personsOnBoth(index, other);
    }
    for (Map.Entry<Integer, Long> entry : histories.persons().entrySet()) {
      double made = couples.stream().filter(couple -> (entry.getKey() & couple) == couple).count();
      squares += made * made * entry.getValue();
    }
    return new IndexMatches(
        comparedPairs,
        persons,
        matches,
        matches,
        matches,
        matches == 0 ? 1 : squares / matches,
        histories.observedPersons());
  }

  /** The bits of both lists, for every two of which one is an index. */
  private static List<Integer> couples(List<String> lists, Set<String> indexes) {
    List<Integer> couples = new ArrayList<>();
    for (int first = 0; first < lists.size(); first++) {
      for (int second = first + 1; second < lists.size(); second++) {
        if (indexes.contains(lists.get(first)) || indexes.contains(lists.get(second))) {
          couples.add(1 << first | 1 << second);
        }
      }
    }
    return couples;
  }

  private static int lowest(int couple) {
    return Integer.numberOfTrailingZeros(couple);
  }

  private static int highest(int couple) {
    return Integer.SIZE - 1 - Integer.numberOfLeadingZeros(couple);
  }

  /** Whether the linkage leaves the number of matches open. */
  boolean isUncertain() {
    return fewestMatches < mostMatches;
  }
}
