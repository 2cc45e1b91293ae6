package leakcensus.severity;

import java.util.Locale;

/**
 * How severe a breach is, by its score: below 2 low, below 3 medium, below 4 high, from 4 very
 * high.
 *
 * <p>Source: ENISA (2013), the work cited at {@link ContextClass}.
 */
public enum SeverityBand {
  LOW,
  MEDIUM,
  HIGH,
  VERY_HIGH;

  /** The band of a score. */
  public static SeverityBand of(double score) {
    if (!(score >= 0)) {
      throw new IllegalArgumentException(
          "Invalid severity: %s (must not be negative)".formatted(score));
    }
    if (score < 2) {
      return LOW;
    }
    if (score < 3) {
      return MEDIUM;
    }
    return score < 4 ? HIGH : VERY_HIGH;
  }

  /** The name in tables. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The band in words. */
  public String words() {
    return key().replace('_', ' ');
  }
}
