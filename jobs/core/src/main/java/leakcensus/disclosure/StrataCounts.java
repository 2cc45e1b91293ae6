package leakcensus.disclosure;

import java.util.Collections;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Persons by the strata of one population. A count without a value is withheld.
 *
 * @param population name of the population
 * @param persons persons whom the sample places in any stratum
 * @param strata persons by stratum
 */
public record StrataCounts(
    String population, OptionalLong persons, SortedMap<String, OptionalLong> strata) {

  /** Stratum of everybody. */
  public static final String TOTAL = "total";

  /** Stratum of those whom the others do not hold; each population has its own. */
  public static final String OTHER = "other";

  public StrataCounts {
    strata = Collections.unmodifiableSortedMap(new TreeMap<>(strata));
  }

  /** Where the count of a stratum stands. */
  public static CountKey stratum(String population, String stratum) {
    return new CountKey(
        "population_share",
        "persons_seen",
        "population %s, stratum %s".formatted(population, stratum));
  }
}
