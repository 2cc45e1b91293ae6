package leakcensus.severity;

import java.util.Objects;
import java.util.Optional;

/**
 * A part of the score, the score itself, or a flag beside it.
 *
 * @param component name in tables
 * @param value the score; of a flag 1 where it is raised, else 0
 * @param lower lowest value that what is known permits
 * @param upper highest value that it permits
 * @param derived whether it follows from the data; else somebody stated it
 * @param reason why, in sentences
 * @param band what the value means; of the score alone
 */
public record SeverityComponent(
    String component,
    double value,
    double lower,
    double upper,
    boolean derived,
    String reason,
    Optional<SeverityBand> band) {

  public SeverityComponent {
    Objects.requireNonNull(band, "band");
    if (!(0 <= lower && lower <= value && value <= upper)) {
      throw new IllegalArgumentException(
          "Invalid %s: %s not inside [%s, %s]".formatted(component, value, lower, upper));
    }
    if (reason.isBlank()) {
      throw new IllegalArgumentException("Missing reason of %s".formatted(component));
    }
  }

  static SeverityComponent derived(
      SeverityPart part, double value, double lower, double upper, String reason) {
    return new SeverityComponent(
        part.component(), value, lower, upper, true, reason, Optional.empty());
  }

  static SeverityComponent stated(SeverityPart part, StatedScore score) {
    return new SeverityComponent(
        part.component(),
        score.value(),
        score.value(),
        score.value(),
        false,
        "Stated: " + score.reason(),
        Optional.empty());
  }
}
