package leakcensus.authenticity;

import java.util.Locale;

/** What a sign says. A sign is evidence, never proof, and its absence proves nothing either. */
public enum Reading {
  /** As genuine data would look. */
  USUAL,
  /** Not as genuine data look; there are innocent causes. */
  UNUSUAL,
  /** As made-up data look, and further from genuine data than any innocent cause we know of. */
  FABRICATION_LIKELY,
  /** Too little to see the sign on, or the field is not there. */
  NOT_TESTABLE;

  /** The reading as the tables write it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
