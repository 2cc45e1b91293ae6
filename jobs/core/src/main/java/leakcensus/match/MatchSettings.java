package leakcensus.match;

/**
 * Limits of the comparison of mentions.
 *
 * @param maxBlock most mentions of different content that may share a blocking key in a sample of
 *     up to 20,000 mentions; above it the key brings nobody together
 * @param maxComponent most nodes that are looked at together
 * @param sampleSize mentions of different content in the sample from which the pairs that are not
 *     compared are learnt
 */
public record MatchSettings(int maxBlock, int maxComponent, int sampleSize) {

  /** Pairs are looked at from this probability on that they are one person, as log odds: 0.2. */
  public static final double MIN_LOG_ODDS = Math.log(0.2 / 0.8);

  private static final double MENTIONS_OF_MAX_BLOCK = 20_000;
  private static final int SMALLEST_MAX_BLOCK = 8;
  private static final int LARGEST_COMPONENT = 2_000;
  private static final int SMALLEST_SAMPLE = 100;
  private static final int LARGEST_SAMPLE = 20_000;

  public MatchSettings {
    if (maxBlock < 2) {
      throw new IllegalArgumentException(
          "Invalid max-block: %d (must be at least 2)".formatted(maxBlock));
    }
    if (maxComponent < 2 || maxComponent > LARGEST_COMPONENT) {
      throw new IllegalArgumentException(
          "Invalid max-component: %d (must be 2 to %d)".formatted(maxComponent, LARGEST_COMPONENT));
    }
    if (sampleSize < SMALLEST_SAMPLE || sampleSize > LARGEST_SAMPLE) {
      throw new IllegalArgumentException(
          "Invalid sample-size: %d (must be %d to %d)"
              .formatted(sampleSize, SMALLEST_SAMPLE, LARGEST_SAMPLE));
    }
  }

  /**
   * Most contents that may share a key in a sample of some mentions. The larger the sample, the
   * more of those that share a key are strangers, while the mentions of one person stay as many:
   * above 20,000 mentions the limit falls with the root of their number, so that the pairs of a
   * content stay bounded.
   */
  public int largestBlock(long mentions) {
    double ratio = Math.min(1, Math.sqrt(MENTIONS_OF_MAX_BLOCK / Math.max(1, mentions)));
    return Math.min(maxBlock, Math.max(SMALLEST_MAX_BLOCK, (int) Math.round(maxBlock * ratio)));
  }
}
