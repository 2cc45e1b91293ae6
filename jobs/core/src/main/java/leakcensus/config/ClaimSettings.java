package leakcensus.config;

import java.util.OptionalDouble;

/**
 * What somebody claims about the dump.
 *
 * @param name name of the claim
 * @param persons persons claimed
 * @param maxCv2 cap on the squared coefficient of variation of records per person, where stated
 */
public record ClaimSettings(String name, long persons, OptionalDouble maxCv2) {

  public ClaimSettings {
    if (persons < 1) {
      throw new IllegalArgumentException(
          "Invalid persons: %d (must be at least 1)".formatted(persons));
    }
    if (maxCv2.isPresent() && !(maxCv2.getAsDouble() >= 0)) {
      throw new IllegalArgumentException(
          "Invalid max-cv2: %s (must not be negative)".formatted(maxCv2.getAsDouble()));
    }
  }
}
