package leakcensus.estimate;

import java.util.Locale;

/** What a number of persons is a number of. */
public enum EstimateScope {
  /** The data that was read. */
  SAMPLE,
  /** Everything that was leaked or is claimed to be. */
  DUMP;

  /** The name in the tables. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
