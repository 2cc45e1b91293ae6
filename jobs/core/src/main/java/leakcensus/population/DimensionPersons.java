package leakcensus.population;

import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The affected persons by the strata of one dimension of a population.
 *
 * @param strata by the key of a stratum; all of the dimension, and {@link ComparePopulation#OTHER}
 *     where persons are of none of them
 * @param unplaced affected persons of no known stratum
 */
public record DimensionPersons(SortedMap<String, StratumPersons> strata, AffectedPersons unplaced) {

  public DimensionPersons {
    strata = Collections.unmodifiableSortedMap(new TreeMap<>(strata));
    Objects.requireNonNull(unplaced, "unplaced");
  }

  /** Persons of the sample whose stratum is known. */
  public long seen() {
    return strata.values().stream().map(StratumPersons::seen).reduce(0L, Math::addExact);
  }
}
