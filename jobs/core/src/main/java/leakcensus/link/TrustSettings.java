package leakcensus.link;

import java.io.Serializable;
import java.util.Objects;

/**
 * Limits beyond which an identifier is junk (a placeholder, a switchboard) and joins nobody.
 *
 * @param method how mentions are resolved, which decides what a node is
 * @param maxMentions most mentions that may share one identifier
 * @param maxNames most different names that may share one national id
 */
public record TrustSettings(ResolveMethod method, long maxMentions, int maxNames)
    implements Serializable {

  public TrustSettings {
    Objects.requireNonNull(method, "method");
    if (maxMentions < 1) {
      throw new IllegalArgumentException(
          "Invalid max-mentions: %d (must be at least 1)".formatted(maxMentions));
    }
    if (maxNames < 1) {
      throw new IllegalArgumentException(
          "Invalid max-names: %d (must be at least 1)".formatted(maxNames));
    }
  }
}
