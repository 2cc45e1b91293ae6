package leakcensus.population;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * One row of the table {@code population_share}: which part of a population is affected.
 *
 * @param population name of the population
 * @param stratum key of the part, {@code total} for everybody, {@code other} for persons whom no
 *     part of the population holds
 * @param label name of the part for readers
 * @param populationPersons how many people live in it, in persons; 0 for {@code other}
 * @param personsSeen persons whom the sample places in it, in persons
 * @param persons estimated persons, in persons
 * @param lowerPersons lower end of the interval, in persons
 * @param upperPersons upper end of the interval, in persons
 * @param shareRatio estimated persons over people, a ratio that may exceed 1
 * @param lowerShareRatio lower end of that ratio
 * @param upperShareRatio upper end of that ratio
 * @param suppressed whether the row is withheld, with every number that comes from the sample
 */
public record PopulationShare(
    String population,
    String stratum,
    String label,
    long populationPersons,
    OptionalLong personsSeen,
    OptionalDouble persons,
    OptionalDouble lowerPersons,
    OptionalDouble upperPersons,
    OptionalDouble shareRatio,
    OptionalDouble lowerShareRatio,
    OptionalDouble upperShareRatio,
    boolean suppressed) {

  public PopulationShare {
    if (!(populationPersons >= 0)) {
      throw new IllegalArgumentException(
          "Invalid population of stratum %s: %d persons (must be >= 0)"
              .formatted(stratum, populationPersons));
    }
    if (suppressed
        && (personsSeen.isPresent()
            || persons.isPresent()
            || lowerPersons.isPresent()
            || upperPersons.isPresent()
            || shareRatio.isPresent()
            || lowerShareRatio.isPresent()
            || upperShareRatio.isPresent())) {
      throw new IllegalArgumentException(
          "Invalid share of stratum %s: suppressed, but with a number of the sample"
              .formatted(stratum));
    }
  }

  static PopulationShare suppressed(String population, PopulationPart part) {
    return new PopulationShare(
        population,
        part.key(),
        part.label(),
        part.persons(),
        OptionalLong.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        true);
  }

  static PopulationShare of(
      String population, PopulationPart part, long personsSeen, AffectedPersons affected) {
    OptionalDouble lower = OptionalDouble.of(affected.lowerPersons());
    return new PopulationShare(
        population,
        part.key(),
        part.label(),
        part.persons(),
        OptionalLong.of(personsSeen),
        affected.persons(),
        lower,
        affected.upperPersons(),
        part.share(affected.persons()),
        part.share(lower),
        part.share(affected.upperPersons()),
        false);
  }
}
