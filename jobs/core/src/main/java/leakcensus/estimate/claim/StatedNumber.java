package leakcensus.estimate.claim;

import java.math.BigDecimal;

/**
 * A number as somebody states it: it stands for all numbers that round to it.
 *
 * <pre>{@code
 * digits = significant digits of the number without the zeros at its end, but at least 2
 * it stands for [value - u/2, value + u/2],  u the unit of the last of these digits
 * }</pre>
 *
 * <p>"23 TB" stands for 22.5 to 23.5 TB, "1 billion" for 0.95 to 1.05 billion, "961 million" for
 * 960.5 to 961.5 million. Errors: a number that was rounded more coarsely than to two digits is
 * held too strictly.
 *
 * @param value the number, above 0
 */
public record StatedNumber(double value) {

  private static final int FEWEST_DIGITS = 2;

  public StatedNumber {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "Invalid stated number: %s (must be finite and > 0)".formatted(value));
    }
  }

  /** The smallest number that rounds to it. */
  public double lower() {
    return value - unit() / 2;
  }

  /** The largest number that rounds to it. */
  public double upper() {
    return value + unit() / 2;
  }

  /** Whether one of the numbers from lower to upper rounds to it. */
  public boolean meets(double lower, double upper) {
    return lower <= upper() && lower() <= upper;
  }

  private double unit() {
    BigDecimal plain = BigDecimal.valueOf(value).stripTrailingZeros();
    int digits = Math.max(FEWEST_DIGITS, plain.precision());
    int magnitude = plain.precision() - plain.scale();
    return BigDecimal.ONE.scaleByPowerOfTen(magnitude - digits).doubleValue();
  }
}
