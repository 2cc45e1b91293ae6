package leakcensus.population;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What a sample says of a part of a population.
 *
 * @param seen persons whom the sample places in it, in persons
 * @param affected those of them behind the dump, wherever all others come from
 * @param ifAlike the same if persons of no known part are spread as the others are
 * @param representation their part of all placed persons over the part's share of the population, a
 *     ratio; 1 where the sample looks like the population; absent where nothing is to compare
 * @param residual standardised: how many standard deviations they lie above what a random draw from
 *     the population would hold
 */
public record StratumShare(
    long seen,
    AffectedPersons affected,
    AffectedPersons ifAlike,
    OptionalDouble representation,
    OptionalDouble residual) {

  public StratumShare {
    Objects.requireNonNull(affected, "affected");
    Objects.requireNonNull(ifAlike, "ifAlike");
    Objects.requireNonNull(representation, "representation");
    Objects.requireNonNull(residual, "residual");
  }
}
