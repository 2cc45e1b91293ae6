package leakcensus.match;

/**
 * Two mentions of which it is in doubt whether they are one person.
 *
 * @param left the one that stands earlier in the leak
 * @param right the other
 * @param probability that they are one person, by the model; a ratio with three decimals
 */
public record ReviewPair(MentionPosition left, MentionPosition right, double probability) {

  public ReviewPair {
    if (left.compareTo(right) >= 0) {
      throw new IllegalArgumentException(
          "Invalid pair for review: its mentions are out of order, or one and the same");
    }
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException(
          "Invalid probability: %s (must be a ratio in [0, 1])".formatted(probability));
    }
  }
}
