package leakcensus.config;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where a run is written.
 *
 * @param path folder that holds the runs, a path or a URI
 * @param assignments whether the table of mentions and their persons is written
 * @param reviewPairs most pairs near the threshold that the table for review holds; 0 for no table
 * @param title name of the leak as its readers are to see it; empty for none
 * @param retentionDays days after which the run is to be purged; empty for no date
 * @param atomicRename whether the file system of the folder renames in one step; empty to go by its
 *     scheme
 * @param encryption where the key lies under which the tables are encrypted, if they are
 */
public record OutputSettings(
    String path,
    boolean assignments,
    int reviewPairs,
    String title,
    OptionalInt retentionDays,
    Optional<Boolean> atomicRename,
    KeySettings encryption) {

  private static final int MOST_REVIEW_PAIRS = 10_000;
  private static final int LONGEST_TITLE = 200;
  private static final int MOST_RETENTION_DAYS = 36_525;

  /** An output that nothing is said of but this. */
  public OutputSettings(String path, boolean assignments, int reviewPairs, String title) {
    this(
        path,
        assignments,
        reviewPairs,
        title,
        OptionalInt.empty(),
        Optional.empty(),
        KeySettings.none(KeySettings.OF_TABLES));
  }

  public OutputSettings {
    if (path.isBlank()) {
      throw new IllegalArgumentException("Missing path: name the folder that holds the runs");
    }
    if (reviewPairs < 0 || reviewPairs > MOST_REVIEW_PAIRS) {
      throw new IllegalArgumentException(
          "Invalid review-pairs: %d (must be 0 to %d)".formatted(reviewPairs, MOST_REVIEW_PAIRS));
    }
    if (retentionDays.isPresent()
        && (retentionDays.getAsInt() < 1 || retentionDays.getAsInt() > MOST_RETENTION_DAYS)) {
      throw new IllegalArgumentException(
          "Invalid retention-days: %d (must be 1 to %d, or null for no date)"
              .formatted(retentionDays.getAsInt(), MOST_RETENTION_DAYS));
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
