package leakcensus.disclosure;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import leakcensus.population.RoundCounts;

/**
 * Counts of persons by attribute, from all tables of a run.
 *
 * @param all persons of all sources together
 * @param sources persons of each source
 * @param overlaps persons by sources
 * @param strata persons by the strata of each population
 * @param rounding how all of them are rounded, but persons of all and of each source
 */
public record PersonCounts(
    ScopeCounts all,
    List<ScopeCounts> sources,
    OverlapCounts overlaps,
    List<StrataCounts> strata,
    RoundCounts rounding) {

  public PersonCounts {
    sources = List.copyOf(sources);
    strata = List.copyOf(strata);
  }

  /** Counts of strata alone. */
  public static PersonCounts ofStrata(long persons, List<StrataCounts> strata) {
    SortedMap<String, OptionalLong> none = new TreeMap<>();
    return new PersonCounts(
        new ScopeCounts(ScopeCounts.ALL, OptionalLong.of(persons), none, none, none),
        List.of(),
        new OverlapCounts(none, none),
        strata,
        RoundCounts.NONE);
  }

  /** The same without the values of some counts. */
  public PersonCounts without(Set<CountKey> withheld) {
    return new PersonCounts(
        without(all, withheld),
        sources.stream().map(scope -> without(scope, withheld)).toList(),
        new OverlapCounts(
            without(overlaps.exactly(), OverlapCounts::exactly, withheld),
            without(overlaps.both(), OverlapCounts::both, withheld)),
        strata.stream()
            .map(
                each ->
                    new StrataCounts(
                        each.population(),
                        each.dimension(),
                        withheld.contains(each.key(StrataCounts.TOTAL))
                            ? OptionalLong.empty()
                            : each.persons(),
                        without(each.strata(), each::key, withheld)))
            .toList(),
        rounding);
  }

  private static ScopeCounts without(ScopeCounts scope, Set<CountKey> withheld) {
    String source = scope.source();
    return new ScopeCounts(
        source,
        scope.persons(),
        without(scope.combinations(), key -> ScopeCounts.combination(source, key), withheld),
        without(scope.present(), key -> ScopeCounts.present(source, key), withheld),
        without(scope.valid(), key -> ScopeCounts.valid(source, key), withheld));
  }

  private static SortedMap<String, OptionalLong> without(
      SortedMap<String, OptionalLong> counts,
      Function<String, CountKey> key,
      Set<CountKey> withheld) {
    SortedMap<String, OptionalLong> left = new TreeMap<>(counts);
    left.replaceAll(
        (name, count) -> withheld.contains(key.apply(name)) ? OptionalLong.empty() : count);
    return left;
  }
}
