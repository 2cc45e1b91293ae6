package leakcensus.estimate.claim;

import java.util.Locale;

/** What the sample says about a claim. */
public enum ClaimVerdict {
  /** The sample could have spoken against the claim, and does not. */
  CONSISTENT,
  /** The sample speaks against the claim. */
  CONTRADICTED,
  /** The sample, or what is known about it, cannot decide. */
  NOT_TESTABLE;

  /** The name in the tables. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
