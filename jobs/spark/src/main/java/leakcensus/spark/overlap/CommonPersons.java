package leakcensus.spark.overlap;

/**
 * How many persons two runs have in common.
 *
 * @param persons best estimate
 * @param lower lower limit of a 95 % interval
 * @param upper upper limit
 * @param sampledIdentifiers common identifiers that the estimate stands on
 */
public record CommonPersons(double persons, double lower, double upper, long sampledIdentifiers) {}
