package leakcensus.population;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * Persons who are known to be of one part of a population.
 *
 * @param seen those of them in the sample, in persons
 * @param affected those of them in the dump
 */
public record StratumPersons(long seen, AffectedPersons affected) {

  public StratumPersons {
    Objects.requireNonNull(affected, "affected");
    if (!(seen >= 0)) {
      throw new IllegalArgumentException(
          "Invalid persons seen in a stratum: %d (must be >= 0)".formatted(seen));
    }
  }

  /** Persons of whom nothing is known but that they stand in the sample. */
  public static StratumPersons seen(long persons) {
    return new StratumPersons(
        persons, new AffectedPersons(persons, OptionalDouble.empty(), OptionalDouble.empty()));
  }
}
