package leakcensus.semantic;

/**
 * How many values a column of a sample has, and how long they are.
 *
 * @param values values with content
 * @param blanks values without
 * @param distinct different values with content
 * @param shortestCharacters length of the shortest value, in UTF-16 characters; 0 without values
 * @param longestCharacters length of the longest value
 * @param meanCharacters mean length
 */
public record ColumnCounts(
    long values,
    long blanks,
    long distinct,
    int shortestCharacters,
    int longestCharacters,
    double meanCharacters) {

  public ColumnCounts {
    if (distinct > values) {
      throw new IllegalArgumentException(
          "Invalid distinct: %d of %d values (must be at most as many)"
              .formatted(distinct, values));
    }
  }

  /** Different values to values, a ratio; 0 without values. */
  public double distinctRatio() {
    return values == 0 ? 0 : (double) distinct / values;
  }
}
