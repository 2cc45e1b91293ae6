package leakcensus.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import leakcensus.population.AffectedPersons;
import leakcensus.population.PopulationShare;
import leakcensus.population.StratumShare;
import org.junit.jupiter.api.Test;

class WithholdSharesTest {

  private static final long MIN_CELL = 11;

  private static final Map<String, Long> ONE = Map.of("11", 60L, "12", 36L, "13", 4L);
  private static final Map<String, Long> TWO = Map.of("12", 36L, "other", 64L);

  @Test
  void withholdsARowMoreWhereAnotherPopulationGivesASmallOneAway() {
    List<PopulationShare> shares = new ArrayList<>(rows("one", ONE, Set.of("12", "13")));
    shares.addAll(rows("two", TWO, Set.of()));

    List<PopulationShare> told = WithholdShares.of(shares, counts(ONE, TWO), MIN_CELL);

    assertThat(told)
        .filteredOn(PopulationShare::suppressed)
        .extracting(share -> share.population() + " " + share.stratum())
        .containsExactly("one 11", "one 12", "one 13");
  }

  @Test
  void leavesRowsThatGiveNothingAway() {
    List<PopulationShare> shares = rows("two", TWO, Set.of());

    assertThat(WithholdShares.of(shares, counts(TWO), MIN_CELL)).isEqualTo(shares);
  }

  @Test
  void findsAFewPersonsOfACountryWhoAreOfNoKnownRegion() {
    Map<String, Long> regions = Map.of("11", 60L, "12", 40L);

    assertThat(attack(regions, Map.of("156", 104L, "12", 50L)))
        .containsExactly(
            new Exposure(
                new CountKey("population_share", "persons_seen", "country 156, of no known region"),
                4,
                4));
    assertThat(attack(regions, Map.of("156", 100L, "12", 54L))).isEmpty();
    assertThat(attack(regions, Map.of("156", 120L, "12", 34L))).isEmpty();
  }

  @Test
  void allowsForTheHandfulThatMayStandAmongTheOthers() {
    Map<String, Long> regions = Map.of("11", 60L, "12", 40L, "other", 20L);

    assertThat(attack(regions, Map.of("156", 104L, "12", 50L)))
        .singleElement()
        .satisfies(found -> assertThat(found.lowest()).isZero())
        .satisfies(found -> assertThat(found.highest()).isEqualTo(4));
  }

  private static List<Exposure> attack(Map<String, Long> regions, Map<String, Long> countries) {
    return AttackCounts.attack(
        RelateCounts.strataWithSums(
            PersonCounts.ofStrata(
                300,
                List.of(strata("one", "region", regions), strata("un", "country", countries)))),
        MIN_CELL);
  }

  private static StrataCounts strata(String population, String dimension, Map<String, Long> seen) {
    SortedMap<String, OptionalLong> strata = new TreeMap<>();
    seen.forEach((stratum, persons) -> strata.put(stratum, OptionalLong.of(persons)));
    long all = seen.values().stream().reduce(0L, Math::addExact);
    return new StrataCounts(population, dimension, OptionalLong.of(all), strata);
  }

  @SafeVarargs
  private static PersonCounts counts(Map<String, Long>... populations) {
    List<StrataCounts> strata = new ArrayList<>();
    for (Map<String, Long> population : populations) {
      SortedMap<String, OptionalLong> seen = new TreeMap<>();
      population.forEach((stratum, persons) -> seen.put(stratum, OptionalLong.of(persons)));
      String name = population.equals(ONE) ? "one" : "two";
      strata.add(new StrataCounts(name, "region", OptionalLong.of(100), seen));
    }
    return PersonCounts.ofStrata(120, strata);
  }

  private static List<PopulationShare> rows(
      String population, Map<String, Long> seen, Set<String> suppressed) {
    List<PopulationShare> rows = new ArrayList<>();
    new TreeMap<>(seen)
        .forEach(
            (stratum, persons) -> {
              boolean hidden = suppressed.contains(stratum);
              rows.add(
                  new PopulationShare(
                      population,
                      LocalDate.of(2020, 11, 1),
                      "region",
                      stratum,
                      stratum,
                      1_000,
                      hidden ? Optional.empty() : Optional.of(share(persons))));
            });
    return List.copyOf(rows);
  }

  private static StratumShare share(long persons) {
    AffectedPersons affected = AffectedPersons.of(persons, persons, persons);
    return new StratumShare(
        persons, affected, affected, OptionalDouble.empty(), OptionalDouble.empty());
  }
}
