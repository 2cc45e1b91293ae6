package leakcensus.page;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as people read them, the same in every language. */
final class Figures {

  private static final int GROUPED = 100;
  private static final double SMALLEST_PLAIN = 1e-6;
  private static final double SMALLEST_P_VALUE = 1e-4;

  private Figures() {}

  /** A count with thousands separators. */
  static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** A number of persons, rounded to whole ones. */
  static String persons(double persons) {
    return count(Math.round(persons));
  }

  /** A number of persons rounded to three digits: what stands behind them is not known. */
  static String about(double persons) {
    double unit = Math.pow(10, Math.max(0, Math.floor(Math.log10(Math.max(1, persons))) - 2));
    return persons(Math.round(persons / unit) * unit);
  }

  /** A number with thousands separators; decimals only where it is small. */
  static String number(double value) {
    return Math.abs(value) >= GROUPED || value == Math.rint(value)
        ? persons(value)
        : decimals(value);
  }

  /** A p-value, which is never nothing. */
  static String pValue(double chance) {
    return chance < SMALLEST_P_VALUE ? "< 0.0001" : number(chance);
  }

  /** A ratio in percent, with as many digits as it needs to be told from 0. */
  static String percent(double ratio) {
    double percent = 100 * ratio;
    if (percent == Math.rint(percent)) {
      return String.format(Locale.ROOT, "%.0f %%", percent);
    }
    return Math.abs(percent) < 1
        ? small(percent) + " %"
        : String.format(Locale.ROOT, "%.1f %%", percent);
  }

  /** A ratio in whole percent; neither nothing nor everything unless it is. */
  static String wholePercent(double ratio) {
    if (ratio > 0 && ratio < 0.01) {
      return "< 1 %";
    }
    return ratio > 0.99 && ratio < 1 ? "> 99 %" : Math.round(100 * ratio) + " %";
  }

  /** How many times larger one number is than another. */
  static String times(double ratio) {
    return String.format(Locale.ROOT, ratio < 10 ? "%.1f" : "%,.0f", ratio);
  }

  /** A percentage below 1 with two digits. */
  private static String small(double percent) {
    return Math.abs(percent) < SMALLEST_PLAIN
        ? scientific(percent)
        : new BigDecimal(percent).round(new MathContext(2)).toPlainString();
  }

  /** A number below 100 with at most three digits. */
  private static String decimals(double value) {
    return Math.abs(value) < SMALLEST_PLAIN
        ? scientific(value)
        : new BigDecimal(value).round(new MathContext(3)).stripTrailingZeros().toPlainString();
  }

  private static String scientific(double value) {
    return String.format(Locale.ROOT, "%.1e", value);
  }

  /** A length in bytes. */
  static String bytes(long bytes) {
    String[] units = {"B", "kB", "MB", "GB", "TB", "PB"};
    double value = bytes;
    int unit = 0;
    while (value >= 1000 && unit < units.length - 1) {
      value /= 1000;
      unit++;
    }
    return String.format(Locale.ROOT, unit == 0 ? "%.0f %s" : "%.1f %s", value, units[unit]);
  }
}
