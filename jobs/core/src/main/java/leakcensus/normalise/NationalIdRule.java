package leakcensus.normalise;

import java.util.Locale;
import java.util.Optional;

/** By which rule national ids are read. */
public enum NationalIdRule {
  /** Chinese resident ids of 18 characters, see {@link ResidentId}. */
  CN_RESIDENT_ID,
  /** Ids without a known rule, see {@link OpaqueIdNormaliser}. */
  OPAQUE;

  /** The name in configuration files, such as {@code cn-resident-id}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The rule of a configuration key, if there is one. */
  public static Optional<NationalIdRule> ofKey(String key) {
    for (NationalIdRule rule : values()) {
      if (rule.key().equals(key)) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }
}
