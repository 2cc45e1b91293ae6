package leakcensus.link;

import java.util.Locale;
import java.util.Optional;

/** How mentions are resolved to persons. */
public enum ResolveMethod {
  /** By the probability that two mentions are one person, over all their fields. */
  MATCHING,
  /** By shared national ids, e-mails and phones alone, where names and birth dates agree. */
  IDENTIFIERS;

  /** The name in configuration files. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The method of a configuration key, if there is one. */
  public static Optional<ResolveMethod> ofKey(String key) {
    for (ResolveMethod method : values()) {
      if (method.key().equals(key)) {
        return Optional.of(method);
      }
    }
    return Optional.empty();
  }
}
