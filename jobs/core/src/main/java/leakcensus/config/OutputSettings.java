package leakcensus.config;

/**
 * Where a run is written.
 *
 * @param path folder that holds the runs, a path or a URI
 * @param assignments whether the table of mentions and their persons is written
 * @param reviewPairs most pairs near the threshold that the table for review holds; 0 for no table
 */
public record OutputSettings(String path, boolean assignments, int reviewPairs) {

  private static final int MOST_REVIEW_PAIRS = 10_000;

  public OutputSettings {
    if (path.isBlank()) {
      throw new IllegalArgumentException("Missing path: name the folder that holds the runs");
    }
    if (reviewPairs < 0 || reviewPairs > MOST_REVIEW_PAIRS) {
      throw new IllegalArgumentException(
          "Invalid review-pairs: %d (must be 0 to %d)".formatted(reviewPairs, MOST_REVIEW_PAIRS));
    }
  }
}
