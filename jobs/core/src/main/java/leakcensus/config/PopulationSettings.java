package leakcensus.config;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the persons of a dump are compared with.
 *
 * @param compare names or files of populations
 * @param leakDate day of the leak, where it is known: ages are told as of then, and of populations
 *     known by year the nearest year-end is taken
 */
public record PopulationSettings(List<String> compare, Optional<LocalDate> leakDate) {

  /** What the configuration says for a day that is not known. */
  static final String UNKNOWN_DATE = "unknown";

  public PopulationSettings {
    compare = List.copyOf(compare);
    Objects.requireNonNull(leakDate, "leakDate");
  }
}
