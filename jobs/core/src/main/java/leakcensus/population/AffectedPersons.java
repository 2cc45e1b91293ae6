package leakcensus.population;

import java.util.OptionalDouble;

/**
 * The number of affected persons that is compared with a population.
 *
 * @param lowerPersons lower end of the interval, in persons
 * @param persons best estimate, in persons; absent where only a bound is known
 * @param upperPersons upper end of the interval, in persons; absent where nothing bounds it
 */
public record AffectedPersons(
    double lowerPersons, OptionalDouble persons, OptionalDouble upperPersons) {

  public AffectedPersons {
    double middle = persons.orElse(lowerPersons);
    double upper = upperPersons.orElse(middle);
    if (!(0 <= lowerPersons && lowerPersons <= middle && middle <= upper)
        || upper == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(
          "Invalid affected persons: %s in [%s, %s] (must be finite and ordered)"
              .formatted(middle, lowerPersons, upper));
    }
  }

  /** A number of persons with both ends known. */
  public static AffectedPersons of(double lowerPersons, double persons, double upperPersons) {
    return new AffectedPersons(
        lowerPersons, OptionalDouble.of(persons), OptionalDouble.of(upperPersons));
  }
}
