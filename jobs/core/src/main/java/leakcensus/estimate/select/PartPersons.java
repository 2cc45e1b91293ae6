package leakcensus.estimate.select;

import java.util.OptionalDouble;

/**
 * Persons of a part of the dump.
 *
 * @param lowerPersons lower end of the interval, in persons
 * @param persons best value, in persons; absent where only a bound is known
 * @param upperPersons upper end of the interval, in persons; absent where nothing bounds it
 */
public record PartPersons(
    double lowerPersons, OptionalDouble persons, OptionalDouble upperPersons) {}
