package leakcensus.estimate.gate;

import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What one test of the stated design says. A gate refuses and never proves: a sample that passes
 * may still have been drawn otherwise.
 *
 * @param name short name of the gate
 * @param outcome what follows
 * @param pValueRatio chance of such data if the design holds, where the gate is a test
 * @param explanation the outcome in words
 */
public record Gate(String name, Outcome outcome, OptionalDouble pValueRatio, String explanation) {

  /** What a gate says. */
  public enum Outcome {
    /** The data contradict the design. */
    REFUSED,
    /** The data do not contradict the design, which proves nothing. */
    NOT_REFUSED,
    /** The data cannot tell. */
    NOT_TESTABLE;

    /** The name in the output. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Gate {
    Objects.requireNonNull(outcome, "outcome");
    if (pValueRatio.isPresent()
        && !(pValueRatio.getAsDouble() >= 0 && pValueRatio.getAsDouble() <= 1)) {
      throw new IllegalArgumentException(
          "Invalid p-value of gate %s: %s (must be a ratio in [0, 1])"
              .formatted(name, pValueRatio.getAsDouble()));
    }
    if (explanation.isEmpty()) {
      throw new IllegalArgumentException("Missing explanation of gate: " + name);
    }
  }

  /** Whether the data contradict the design. */
  public boolean refuses() {
    return outcome == Outcome.REFUSED;
  }
}
