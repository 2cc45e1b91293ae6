package leakcensus.config;

/**
 * Where a run is written.
 *
 * @param path folder that holds the runs, a path or a URI
 * @param assignments whether the table of mentions and their persons is written
 * @param reviewPairs most pairs near the threshold that the table for review holds; 0 for no table
 * @param title name of the leak as its readers are to see it; empty for none
 */
public record OutputSettings(String path, boolean assignments, int reviewPairs, String title) {

  private static final int MOST_REVIEW_PAIRS = 10_000;
  private static final int LONGEST_TITLE = 200;

  public OutputSettings {
    if (path.isBlank()) {
      throw new IllegalArgumentException("Missing path: name the folder that holds the runs");
    }
    if (reviewPairs < 0 || reviewPairs > MOST_REVIEW_PAIRS) {
      throw new IllegalArgumentException(
          "Invalid review-pairs: %d (must be 0 to %d)".formatted(reviewPairs, MOST_REVIEW_PAIRS));
    }
    title = title.strip();
    if (title.length() > LONGEST_TITLE) {
      throw new IllegalArgumentException(
          "Invalid title: %d characters (must be at most %d)"
              .formatted(title.length(), LONGEST_TITLE));
    }
    if (title.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "Invalid title: a line end or another control character (must be one line of text)");
    }
  }
}
