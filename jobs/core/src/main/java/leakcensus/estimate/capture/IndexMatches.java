package leakcensus.estimate.capture;

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

  /** Whether the linkage leaves the number of matches open. */
  boolean isUncertain() {
    return fewestMatches < mostMatches;
  }
}
