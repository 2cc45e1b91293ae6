package leakcensus.match;

/**
 * Two mentions of which somebody who has seen the records says whether they are one person.
 *
 * @param left the one that stands earlier in the leak
 * @param right the other
 * @param isSame whether they are one person
 */
public record LabelledPair(MentionPosition left, MentionPosition right, boolean isSame) {

  public LabelledPair {
    if (left.compareTo(right) >= 0) {
      throw new IllegalArgumentException(
          "Invalid label: its mentions are out of order, or one and the same");
    }
  }
}
