package leakcensus.duty;

import java.util.OptionalDouble;

/**
 * How much there is of what a threshold counts.
 *
 * @param lower lower end of the interval
 * @param best best estimate; absent where only bounds are known
 * @param upper upper end of the interval; absent where nothing bounds it
 * @param explanation what was counted, and what would narrow it, in sentences
 */
public record Quantity(
    double lower, OptionalDouble best, OptionalDouble upper, String explanation) {

  public Quantity {
    double middle = best.orElse(lower);
    double most = upper.orElse(middle);
    if (!(0 <= lower && lower <= middle && middle <= most && most < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "Invalid quantity: %s in [%s, %s] (must be finite and ordered)"
              .formatted(middle, lower, most));
    }
    if (explanation.isBlank()) {
      throw new IllegalArgumentException("Missing explanation of a quantity");
    }
  }
}
