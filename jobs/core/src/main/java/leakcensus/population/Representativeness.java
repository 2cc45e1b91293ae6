package leakcensus.population;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * How much the persons of a sample are like a population, in one dimension.
 *
 * @param population name of the population
 * @param dimension by what its parts are told apart
 * @param seen persons of the sample whose part is known, in persons
 * @param strata parts that were compared, the withheld ones as one
 * @param totalVariation half the sum of the distances of all shares, a ratio: so many of the
 *     persons would have to be of another part for the sample to look like the population
 * @param stabilityIndex population stability index, without unit: sum of (o - e) ln(o / e)
 * @param chiSquare Pearson's statistic, without unit
 * @param degreesOfFreedom of it
 * @param pValue chance of such a distance if every person was drawn at random from the population
 * @param reading what the pattern suggests, in sentences
 */
public record Representativeness(
    String population,
    String dimension,
    long seen,
    int strata,
    OptionalDouble totalVariation,
    OptionalDouble stabilityIndex,
    OptionalDouble chiSquare,
    int degreesOfFreedom,
    OptionalDouble pValue,
    String reading) {

  public Representativeness {
    Objects.requireNonNull(totalVariation, "totalVariation");
    Objects.requireNonNull(stabilityIndex, "stabilityIndex");
    Objects.requireNonNull(chiSquare, "chiSquare");
    Objects.requireNonNull(pValue, "pValue");
  }
}
