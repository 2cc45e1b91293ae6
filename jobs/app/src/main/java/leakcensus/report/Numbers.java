package leakcensus.report;

import java.util.Locale;
import java.util.Optional;

/** Numbers as people read them. */
final class Numbers {

  private static final String SUPPRESSED = "< k";

  private Numbers() {}

  /** A count with thousands separators; withheld if it is not there. */
  static String count(Optional<Long> count) {
    return count.map(value -> String.format(Locale.ROOT, "%,d", value)).orElse(SUPPRESSED);
  }

  /** A number of persons, rounded to whole ones. */
  static String persons(double persons) {
    return String.format(Locale.ROOT, "%,d", Math.round(persons));
  }

  /** A ratio in percent, with as many digits as it needs to be told from 0. */
  static String percent(double ratio) {
    double percent = 100 * ratio;
    if (percent != 0 && Math.abs(percent) < 0.01) {
      return String.format(Locale.ROOT, "%.2g %%", percent);
    }
    return String.format(Locale.ROOT, Math.abs(percent) < 1 ? "%.2f %%" : "%.1f %%", percent);
  }

  /** A ratio in percent, or nothing. */
  static String percent(Optional<Double> ratio) {
    return ratio.map(Numbers::percent).orElse("");
  }
}
