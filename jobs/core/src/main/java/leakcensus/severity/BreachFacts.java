package leakcensus.severity;

import java.util.List;
import java.util.Objects;
import leakcensus.population.AffectedPersons;

/**
 * What a census knows that bears on the severity of a breach.
 *
 * @param sets sets of fields that stand together with persons of the sample
 * @param persons persons behind the dump
 * @param offeredForSale whether a price is claimed
 * @param ages children and old people of the sample
 */
public record BreachFacts(
    List<ExposedSet> sets, AffectedPersons persons, boolean offeredForSale, AgesSeen ages) {

  public BreachFacts {
    sets = List.copyOf(sets);
    Objects.requireNonNull(persons, "persons");
    Objects.requireNonNull(ages, "ages");
  }

  /** The sets that decide: those of many persons, or all where there are no others. */
  List<ExposedSet> decidingSets() {
    List<ExposedSet> many = sets.stream().filter(set -> !set.withheld()).toList();
    return many.isEmpty() ? sets : many;
  }
}
