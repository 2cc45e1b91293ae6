package leakcensus.estimate.claim;

import java.util.Locale;

/** To which side of a claim the sample points. */
public enum ClaimDeviation {
  /** To neither. */
  NONE,
  /** Less than claimed: fewer persons, records or bytes. */
  FEWER,
  /** More than claimed. */
  MORE;

  /** The name in the tables; empty for neither. */
  public String key() {
    return this == NONE ? "" : name().toLowerCase(Locale.ROOT);
  }
}
