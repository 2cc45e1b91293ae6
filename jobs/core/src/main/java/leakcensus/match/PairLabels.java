package leakcensus.match;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is known of some pairs of mentions.
 *
 * @param pairs pairs with an answer
 * @param unanswered number of pairs without one
 */
public record PairLabels(List<LabelledPair> pairs, long unanswered) {

  public PairLabels {
    pairs = List.copyOf(pairs);
  }

  /** The mentions of all pairs. */
  public Set<MentionPosition> positions() {
    Set<MentionPosition> positions = new HashSet<>();
    for (LabelledPair pair : pairs) {
      positions.add(pair.left());
      positions.add(pair.right());
    }
    return positions;
  }
}
