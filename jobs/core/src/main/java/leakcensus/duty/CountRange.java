package leakcensus.duty;

import java.util.OptionalLong;

/**
 * A number that somebody states.
 *
 * @param lower the fewest there are
 * @param upper the most there are; absent where that is not known
 */
public record CountRange(long lower, OptionalLong upper) {

  public CountRange {
    if (!(0 <= lower && lower <= upper.orElse(lower))) {
      throw new IllegalArgumentException(
          "Invalid range: %d to %d (must be ordered and not negative)"
              .formatted(lower, upper.orElse(lower)));
    }
  }

  /** A number that is known exactly. */
  public static CountRange exactly(long number) {
    return new CountRange(number, OptionalLong.of(number));
  }
}
