package leakcensus.estimate;

/**
 * A ratio with its interval.
 *
 * @param ratio the ratio, 0 to 1
 * @param lowerRatio lower end of the interval, 0 to 1
 * @param upperRatio upper end of the interval, 0 to 1
 */
public record RatioWithInterval(double ratio, double lowerRatio, double upperRatio) {

  public RatioWithInterval {
    if (!(0 <= lowerRatio && lowerRatio <= ratio && ratio <= upperRatio && upperRatio <= 1)) {
      throw new IllegalArgumentException(
          "Invalid ratio: %s in [%s, %s] (must be ordered inside [0, 1])"
              .formatted(ratio, lowerRatio, upperRatio));
    }
  }
}
