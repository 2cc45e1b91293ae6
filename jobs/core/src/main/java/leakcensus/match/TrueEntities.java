package leakcensus.match;

import java.util.Map;
import java.util.Optional;

/**
 * Who some mentions really are.
 *
 * @param byMention a number of the true entity of each mention that has one
 */
public record TrueEntities(Map<MentionPosition, Long> byMention) {

  public TrueEntities {
    byMention = Map.copyOf(byMention);
  }

  /** Whether two mentions are one entity; nothing where that of either is not known. */
  public Optional<Boolean> isSame(MentionPosition one, MentionPosition other) {
    return Optional.ofNullable(byMention.get(one))
        .flatMap(
            entity ->
                Optional.ofNullable(byMention.get(other)).map(second -> second.equals(entity)));
  }
}
