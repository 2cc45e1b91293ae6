package leakcensus.duty;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a law compares a number with its threshold. */
public enum Operator {
  /** The threshold itself is not enough. */
  MORE_THAN {
    @Override
    boolean isMet(double number, double threshold) {
      return number > threshold;
    }
  },
  /** The threshold itself is enough. */
  AT_LEAST {
    @Override
    boolean isMet(double number, double threshold) {
      return number >= threshold;
    }
  };

  abstract boolean isMet(double number, double threshold);

  /** Whether a quantity reaches a threshold, as far as its interval tells. */
  public Reached reach(Quantity quantity, double threshold) {
    if (isMet(quantity.lower(), threshold)) {
      return Reached.YES;
    }
    return quantity.upper().isPresent() && !isMet(quantity.upper().getAsDouble(), threshold)
        ? Reached.NO
        : Reached.OPEN;
  }

  /** The name in configuration files and tables: {@code more-than} or {@code at-least}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The operator in words. */
  public String words() {
    return key().replace('-', ' ');
  }

  /** The operator of a key. */
  public static Optional<Operator> ofKey(String key) {
    return Arrays.stream(values()).filter(operator -> operator.key().equals(key)).findFirst();
  }
}
