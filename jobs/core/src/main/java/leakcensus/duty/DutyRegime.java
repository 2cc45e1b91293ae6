package leakcensus.duty;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * A law, with what it asks of whoever lost the data.
 *
 * @param key name in configuration and tables
 * @param title the law in words
 * @param source where its figures were read
 * @param checked day on which that was done
 * @param thresholds what it asks
 */
public record DutyRegime(
    String key, String title, String source, LocalDate checked, List<Threshold> thresholds) {

  public DutyRegime {
    Objects.requireNonNull(checked, "checked");
    thresholds = List.copyOf(thresholds);
    if (title.isBlank()) {
      throw new IllegalArgumentException("Missing title");
    }
    if (source.isBlank()) {
      throw new IllegalArgumentException("Missing source");
    }
    if (thresholds.isEmpty()) {
      throw new IllegalArgumentException("Missing thresholds: state at least one");
    }
  }

  /** What stands beside everything that is said of this law. */
  public String notice() {
    return "Facts to check with counsel, as of %s; no legal advice.".formatted(checked);
  }
}
