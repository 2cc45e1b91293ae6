package leakcensus.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ComparePopulationTest {

  private final Population isles =
      new Population(
          "isles",
          "Three isles",
          LocalDate.of(2020, 11, 1),
          "Made up",
          StratumKind.CN_PROVINCE,
          new PopulationStratum("total", "All", 1000),
          List.of(
              new PopulationStratum("N", "North", 500),
              new PopulationStratum("S", "South", 300),
              new PopulationStratum("W", "West", 100)));

  @Test
  void setsThePersonsAgainstTheWholePopulation() {
    PopulationShare total =
        rows(Map.of("N", 80L, "S", 20L), AffectedPersons.of(90, 150, 400)).get(0);

    assertThat(total.stratum()).isEqualTo("total");
    assertThat(total.label()).isEqualTo("All");
    assertThat(total.personsSeen()).hasValue(100);
    assertThat(total.persons()).hasValue(150);
    assertThat(total.shareRatio()).hasValue(0.15);
    assertThat(total.lowerShareRatio()).hasValue(0.09);
    assertThat(total.upperShareRatio()).hasValue(0.4);
  }

  @Test
  void spreadsPersonsOfUnknownRegion() {
    List<PopulationShare> rows = rows(Map.of("N", 80L, "S", 20L), AffectedPersons.of(90, 150, 400));
    PopulationShare north = rows.get(1);

    assertThat(rows).extracting(PopulationShare::stratum).containsExactly("total", "N", "S", "W");
    assertThat(north.personsSeen()).hasValue(80);
    assertThat(north.lowerPersons()).hasValue(80);
    assertThat(north.persons()).hasValue(120);
    assertThat(north.upperPersons()).hasValue(80 + 300);
    assertThat(north.shareRatio()).hasValue(0.24);
    assertThat(rows.get(3).personsSeen()).hasValue(0);
    assertThat(rows.get(3).upperPersons()).hasValue(300);
  }

  @Test
  void addsTheBestValuesUpToTheBestTotal() {
    List<PopulationShare> rows =
        rows(Map.of("N", 81L, "S", 27L, "W", 13L), AffectedPersons.of(121, 777, 900));

    double sum = rows.subList(1, 4).stream().mapToDouble(row -> row.persons().getAsDouble()).sum();
    assertThat(sum).isCloseTo(777, within(1e-9));
  }

  @Test
  void neverCutsAShareAboveOne() {
    PopulationShare west = rows(Map.of("W", 150L), AffectedPersons.of(150, 150, 150)).get(3);

    assertThat(west.shareRatio()).hasValue(1.5);
  }

  @Test
  void keepsAnIntervalWhereMorePersonsWereSeenThanCounted() {
    PopulationShare north = rows(Map.of("N", 80L), AffectedPersons.of(50, 60, 70)).get(1);

    assertThat(north.lowerPersons()).hasValue(80);
    assertThat(north.persons()).hasValue(80);
    assertThat(north.upperPersons()).hasValue(80);
  }

  @Test
  void givesNoBestValueWithoutAPointEstimate() {
    List<PopulationShare> rows =
        rows(
            Map.of("N", 80L),
            new AffectedPersons(80, OptionalDouble.empty(), OptionalDouble.empty()));

    assertThat(rows)
        .allSatisfy(
            row -> {
              assertThat(row.persons()).isEmpty();
              assertThat(row.shareRatio()).isEmpty();
              assertThat(row.upperShareRatio()).isEmpty();
              assertThat(row.lowerShareRatio()).isPresent();
            });
  }

  @Test
  void withholdsASmallRegionAndTheOneThatGivesItAway() {
    List<PopulationShare> rows =
        rows(Map.of("N", 80L, "S", 20L, "W", 3L), AffectedPersons.of(103, 103, 103));

    assertThat(rows)
        .filteredOn(PopulationShare::suppressed)
        .extracting(PopulationShare::stratum)
        .containsExactly("S", "W");
    assertThat(rows.get(3))
        .isEqualTo(PopulationShare.suppressed("isles", new PopulationPart("W", "West", 100)));
    assertThat(rows.get(0).personsSeen()).hasValue(103);
  }

  @Test
  void withholdsATotalThatIsSmallItself() {
    List<PopulationShare> rows = rows(Map.of("W", 3L), AffectedPersons.of(3, 3, 3));

    assertThat(rows)
        .filteredOn(PopulationShare::suppressed)
        .extracting(PopulationShare::stratum)
        .containsExactly("total", "W");
  }

  @Test
  void keepsPersonsOfRegionsThatThePopulationDoesNotList() {
    List<PopulationShare> rows =
        rows(Map.of("N", 80L, ComparePopulation.OTHER, 35L), AffectedPersons.of(115, 115, 115));
    PopulationShare other = rows.get(4);

    assertThat(other.stratum()).isEqualTo("other");
    assertThat(other.personsSeen()).hasValue(35);
    assertThat(other.populationPersons()).isZero();
    assertThat(other.shareRatio()).isEmpty();
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatThrownBy(() -> new StratumPersons(-1, AffectedPersons.of(0, 0, 0)))
        .hasMessage("Invalid persons seen in a stratum: -1 (must be >= 0)");
    assertThatThrownBy(() -> AffectedPersons.of(2, 1, 3))
        .hasMessage("Invalid affected persons: 1.0 in [2.0, 3.0] (must be finite and ordered)");
    assertThatThrownBy(() -> AffectedPersons.of(1, 1, Double.POSITIVE_INFINITY))
        .hasMessage(
            "Invalid affected persons: 1.0 in [1.0, Infinity] (must be finite and ordered)");
    assertThatThrownBy(
            () ->
                new PopulationShare(
                    "isles",
                    "N",
                    "North",
                    500,
                    OptionalLong.of(3),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    true))
        .hasMessage("Invalid share of stratum N: suppressed, but with a number of the sample");
  }

  @Test
  void takesTheIntervalOfTheRegionAlone() {
    SortedMap<String, StratumPersons> strata = new TreeMap<>();
    strata.put("N", new StratumPersons(80, AffectedPersons.of(100, 150, 200)));
    strata.put("S", new StratumPersons(20, AffectedPersons.of(20, 30, 60)));
    strata.put("W", new StratumPersons(0, AffectedPersons.of(0, 0, 5)));

    List<PopulationShare> rows =
        ComparePopulation.compare(
            isles,
            strata,
            AffectedPersons.of(150, 225, 900),
            AffectedPersons.of(10, 20, 70),
            SmallCells.DEFAULT);

    // 45 of the 225 are of no known region: one half of those placed, in proportion
    assertThat(rows.get(1).lowerPersons()).hasValue(100);
    assertThat(rows.get(1).persons()).hasValue(150 * 1.25);
    assertThat(rows.get(1).upperPersons()).hasValue(200 + 70);
    assertThat(rows.get(2).persons()).hasValue(30 * 1.25);
    assertThat(rows.get(2).upperPersons()).hasValue(60 + 70);
    assertThat(rows.get(3).persons()).hasValue(0);
    assertThat(rows.get(3).upperPersons()).hasValue(5 + 70);
  }

  @Test
  void takesTheRestOfAllWhereThatIsLess() {
    SortedMap<String, StratumPersons> strata = new TreeMap<>();
    strata.put("N", new StratumPersons(80, AffectedPersons.of(100, 150, 200)));
    strata.put("S", new StratumPersons(20, AffectedPersons.of(20, 30, 60)));
    strata.put("W", new StratumPersons(0, AffectedPersons.of(0, 0, 5)));

    List<PopulationShare> rows =
        ComparePopulation.compare(
            isles,
            strata,
            AffectedPersons.of(150, 180, 220),
            AffectedPersons.of(10, 20, 70),
            SmallCells.DEFAULT);

    // at most 120 persons more than the 100 that were seen
    assertThat(rows.get(1).upperPersons()).hasValue(80 + 120);
    assertThat(rows.get(2).upperPersons()).hasValue(60 + 70);
  }

  private List<PopulationShare> rows(Map<String, Long> seen, AffectedPersons affected) {
    SortedMap<String, StratumPersons> strata = new TreeMap<>();
    isles.strata().forEach(stratum -> strata.put(stratum.key(), counted(0)));
    seen.forEach((key, persons) -> strata.put(key, counted(persons)));
    AffectedPersons unknown =
        new AffectedPersons(0, OptionalDouble.empty(), OptionalDouble.empty());
    return ComparePopulation.compare(isles, strata, affected, unknown, SmallCells.DEFAULT);
  }

  /** Persons who are seen, and nothing known of the dump. */
  private static StratumPersons counted(long seen) {
    return new StratumPersons(
        seen, new AffectedPersons(seen, OptionalDouble.empty(), OptionalDouble.empty()));
  }
}
