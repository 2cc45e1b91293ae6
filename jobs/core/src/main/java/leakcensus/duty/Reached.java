package leakcensus.duty;

import java.util.Locale;

/** Whether a threshold is reached. */
public enum Reached {
  /** Even the lower end reaches it. */
  YES,
  /** Not even the upper end does. */
  NO,
  /** The threshold lies inside the interval. */
  OPEN,
  /** There is no number to reach: the law weighs. */
  NOT_NUMERIC;

  /** The name in tables. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
