package leakcensus.population;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One row of the table {@code population_share}: which part of a population is affected.
 *
 * @param population name of the population
 * @param date day that its figures hold for
 * @param dimension by what its parts are told apart
 * @param stratum key of the part, {@code total} for everybody, {@code other} for persons whom no
 *     part of the population holds
 * @param label name of the part for readers
 * @param populationPersons how many people live in it, in persons; 0 for {@code other}
 * @param sample what the sample says; nothing where the row is withheld, with every number that
 *     comes from the sample
 */
public record PopulationShare(
    String population,
    LocalDate date,
    String dimension,
    String stratum,
    String label,
    long populationPersons,
    Optional<StratumShare> sample) {

  public PopulationShare {
    Objects.requireNonNull(date, "date");
    Objects.requireNonNull(sample, "sample");
    if (!(populationPersons >= 0)) {
      throw new IllegalArgumentException(
          "Invalid population of stratum %s: %d persons (must be >= 0)"
              .formatted(stratum, populationPersons));
    }
  }

  /** Whether the row is of a dimension. */
  public boolean isOf(PopulationDimension other) {
    return population.equals(other.population().key()) && dimension.equals(other.kind().key());
  }

  /** Whether the row is withheld. */
  public boolean suppressed() {
    return sample.isEmpty();
  }

  /** A number of persons over the people of the part, a ratio that may exceed 1. */
  public OptionalDouble share(OptionalDouble persons) {
    return persons.isPresent() && populationPersons > 0
        ? OptionalDouble.of(persons.getAsDouble() / populationPersons)
        : OptionalDouble.empty();
  }
}
