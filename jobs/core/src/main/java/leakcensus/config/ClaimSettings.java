package leakcensus.config;

import java.util.Objects;
import java.util.OptionalDouble;
import leakcensus.estimate.claim.ClaimedQuantity;

/**
 * What somebody claims about the dump.
 *
 * @param name name of the claim
 * @param quantity what is claimed
 * @param maxCv2 cap on the squared coefficient of variation of records per person, where stated
 */
public record ClaimSettings(String name, ClaimedQuantity quantity, OptionalDouble maxCv2) {

  public ClaimSettings {
    Objects.requireNonNull(quantity, "quantity");
    if (maxCv2.isPresent() && !(maxCv2.getAsDouble() >= 0)) {
      throw new IllegalArgumentException(
          "Invalid max-cv2: %s (must not be negative)".formatted(maxCv2.getAsDouble()));
    }
    if (maxCv2.isPresent()
        && !(quantity instanceof ClaimedQuantity.Persons
            || quantity instanceof ClaimedQuantity.Share)) {
      throw new IllegalArgumentException(
          "Invalid max-cv2: %s (only a claim of persons or a share has one)"
              .formatted(maxCv2.getAsDouble()));
    }
  }

  /** A claim of persons. */
  public static ClaimSettings ofPersons(String name, long persons, OptionalDouble maxCv2) {
    return new ClaimSettings(name, new ClaimedQuantity.Persons(persons), maxCv2);
  }
}
