package leakcensus.config;

import java.io.Serializable;

/**
 * How much of a source may be in quarantine; above either limit no number is published.
 *
 * @param maxRatio largest share of the source's records, a ratio in [0, 1]
 * @param maxRecords most records; {@link #ANY_NUMBER} where their number has no limit
 */
public record QuarantineLimit(double maxRatio, long maxRecords) implements Serializable {

  /** No limit by number. */
  public static final long ANY_NUMBER = Long.MAX_VALUE;

  public QuarantineLimit {
    if (!(maxRatio >= 0 && maxRatio <= 1)) {
      throw new IllegalArgumentException(
          "Invalid max-quarantine-ratio: %s (must be a ratio in [0, 1])".formatted(maxRatio));
    }
    if (maxRecords < 0) {
      throw new IllegalArgumentException(
          "Invalid max-quarantine-records: %d (must not be negative, or null for any number)"
              .formatted(maxRecords));
    }
  }

  /** A limit by share alone. */
  public static QuarantineLimit ofRatio(double maxRatio) {
    return new QuarantineLimit(maxRatio, ANY_NUMBER);
  }
}
