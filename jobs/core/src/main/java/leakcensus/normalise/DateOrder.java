package leakcensus.normalise;

import java.util.Locale;
import java.util.Optional;

/** Which of day and month comes first in dates that put the year last. */
public enum DateOrder {
  DAY_FIRST,
  MONTH_FIRST;

  /** The name in configuration files, such as {@code day-first}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The order of a configuration key, if there is one. */
  public static Optional<DateOrder> ofKey(String key) {
    for (DateOrder order : values()) {
      if (order.key().equals(key)) {
        return Optional.of(order);
      }
    }
    return Optional.empty();
  }
}
