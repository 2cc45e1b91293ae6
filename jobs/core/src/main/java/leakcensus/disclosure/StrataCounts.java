package leakcensus.disclosure;

import java.util.Collections;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import leakcensus.population.PopulationDimension;

/**
 * Persons by the strata of one population in one dimension. A count without a value is withheld.
 *
 * @param population name of the population
 * @param dimension by what its strata are told apart
 * @param persons persons whom the sample places in any stratum
 * @param strata persons by stratum
 */
public record StrataCounts(
    String population,
    String dimension,
    OptionalLong persons,
    SortedMap<String, OptionalLong> strata) {

  /** Stratum of everybody. */
  public static final String TOTAL = "total";

  /** Stratum of those whom the others do not hold; each population has its own. */
  public static final String OTHER = "other";

  public StrataCounts {
    strata = Collections.unmodifiableSortedMap(new TreeMap<>(strata));
  }

  /**
   * Whether a dimension's strata add up to its total and are all told; cells of age and sex are
   * protected by bands of ages.
   */
  public static boolean addsUp(String dimension) {
    return !dimension.equals(PopulationDimension.Kind.AGE_SEX.key());
  }

  /** Whether the same persons are of the same strata of all populations. */
  boolean isOfPlaces() {
    return isOf(PopulationDimension.Kind.REGION)
        || isOf(PopulationDimension.Kind.STATE)
        || isOf(PopulationDimension.Kind.COUNTRY);
  }

  boolean isOf(PopulationDimension.Kind kind) {
    return dimension.equals(kind.key());
  }

  /** Where the count of a stratum stands. */
  CountKey key(String stratum) {
    return stratum(population, dimension, stratum);
  }

  /** Where the count of a stratum of a population stands. */
  public static CountKey stratum(String population, String dimension, String stratum) {
    return new CountKey(
        "population_share",
        "persons_seen",
        "population %s by %s, stratum %s".formatted(population, dimension, stratum));
  }
}
