package leakcensus.duty;

import java.util.Objects;
import java.util.Optional;

/**
 * A threshold held against the numbers of a census.
 *
 * @param regime the law
 * @param threshold what it asks
 * @param measured what was counted; absent where nothing is
 * @param reached whether it is reached
 * @param explanation why, in sentences
 */
public record Duty(
    DutyRegime regime,
    Threshold threshold,
    Optional<Quantity> measured,
    Reached reached,
    String explanation) {

  public Duty {
    Objects.requireNonNull(regime, "regime");
    Objects.requireNonNull(reached, "reached");
    if (measured.isPresent() == (threshold.measure() == DutyMeasure.NONE)) {
      throw new IllegalArgumentException(
          "Invalid duty of measure %s: a number %s"
              .formatted(
                  threshold.measure().key(), measured.isPresent() ? "without use" : "is missing"));
    }
  }
}
