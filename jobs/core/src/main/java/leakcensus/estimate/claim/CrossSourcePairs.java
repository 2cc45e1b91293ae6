package leakcensus.estimate.claim;

/**
 * How often two sources name the same person.
 *
 * @param firstSource name of one source
 * @param secondSource name of another source
 * @param persons persons whom both name
 * @param pairs pairs of mentions of one person, one in each source
 */
public record CrossSourcePairs(
    String firstSource, String secondSource, double persons, double pairs) {

  public CrossSourcePairs {
    if (firstSource.equals(secondSource)) {
      throw new IllegalArgumentException(
          "Invalid cross-source pairs: source %s with itself".formatted(firstSource));
    }
    if (!(pairs >= 0 && pairs < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "Invalid pairs of sources %s and %s: %s (must be finite and >= 0)"
              .formatted(firstSource, secondSource, pairs));
    }
    if (!(persons >= 0 && persons <= pairs)) {
      throw new IllegalArgumentException(
          "Invalid persons of sources %s and %s: %s (must be 0 to the pairs)"
              .formatted(firstSource, secondSource, persons));
    }
  }
}
