package leakcensus.link;

import java.io.Serializable;

/**
 * Limits beyond which an identifier is junk (a placeholder, a switchboard) and joins nobody.
 *
 * @param maxMentions most mentions that may share one identifier
 * @param maxNames most different names that may share one national id
 */
public record TrustSettings(long maxMentions, int maxNames) implements Serializable {

  public TrustSettings {
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
