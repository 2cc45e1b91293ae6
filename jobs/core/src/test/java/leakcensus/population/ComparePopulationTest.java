package leakcensus.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
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
    assertThat(seen(total)).isEqualTo(100);
    assertThat(affected(total).persons()).hasValue(150);
    assertThat(total.share(affected(total).persons())).hasValue(0.15);
    assertThat(affected(total).lowerPersons()).isEqualTo(90);
    assertThat(total.share(affected(total).upperPersons())).hasValue(0.4);
  }

  @Test
  void spreadsPersonsOfUnknownRegion() {
    List<PopulationShare> rows = rows(Map.of("N", 80L, "S", 20L), AffectedPersons.of(90, 150, 400));
    PopulationShare north = rows.get(1);

    assertThat(rows).extracting(PopulationShare::stratum).containsExactly("total", "N", "S", "W");
    assertThat(seen(north)).isEqualTo(80);
    assertThat(affected(north).lowerPersons()).isEqualTo(80);
    assertThat(affected(north).persons()).hasValue(120);
    assertThat(affected(north).upperPersons()).hasValue(80 + 300);
    assertThat(north.share(affected(north).persons())).hasValue(0.24);
    assertThat(seen(rows.get(3))).isEqualTo(0);
    assertThat(affected(rows.get(3)).upperPersons()).hasValue(300);
  }

  @Test
  void addsTheBestValuesUpToTheBestTotal() {
    List<PopulationShare> rows =
        rows(Map.of("N", 81L, "S", 27L, "W", 13L), AffectedPersons.of(121, 777, 900));

    double sum =
        rows.subList(1, 4).stream().mapToDouble(row -> affected(row).persons().getAsDouble()).sum();
    assertThat(sum).isCloseTo(777, within(1e-9));
  }

  @Test
  void neverCutsAShareAboveOne() {
    PopulationShare west = rows(Map.of("W", 150L), AffectedPersons.of(150, 150, 150)).get(3);

    assertThat(west.share(affected(west).persons())).hasValue(1.5);
  }

  @Test
  void keepsAnIntervalWhereMorePersonsWereSeenThanCounted() {
    PopulationShare north = rows(Map.of("N", 80L), AffectedPersons.of(50, 60, 70)).get(1);

    assertThat(affected(north).lowerPersons()).isEqualTo(80);
    assertThat(affected(north).persons()).hasValue(80);
    assertThat(affected(north).upperPersons()).hasValue(80);
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
              assertThat(affected(row).persons()).isEmpty();
              assertThat(affected(row).upperPersons()).isEmpty();
              assertThat(row.sample().orElseThrow().ifAlike().persons()).isEmpty();
              assertThat(row.sample().orElseThrow().ifAlike().upperPersons()).isEmpty();
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
        .isEqualTo(
            new PopulationShare(
                "isles", LocalDate.of(2020, 11, 1), "region", "W", "West", 100, Optional.empty()));
    assertThat(seen(rows.get(0))).isEqualTo(103);
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
    assertThat(seen(other)).isEqualTo(35);
    assertThat(other.populationPersons()).isZero();
    assertThat(other.share(affected(other).persons())).isEmpty();
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
                    LocalDate.of(2020, 11, 1),
                    "region",
                    "N",
                    "North",
                    -1,
                    Optional.empty()))
        .hasMessage("Invalid population of stratum N: -1 persons (must be >= 0)");
  }

  @Test
  void takesTheIntervalOfTheRegionAlone() {
    SortedMap<String, StratumPersons> strata = new TreeMap<>();
    strata.put("N", new StratumPersons(80, AffectedPersons.of(100, 150, 200)));
    strata.put("S", new StratumPersons(20, AffectedPersons.of(20, 30, 60)));
    strata.put("W", new StratumPersons(0, AffectedPersons.of(0, 0, 5)));

    List<PopulationShare> rows =
        ComparePopulation.compare(
            regions(),
            new DimensionPersons(strata, AffectedPersons.of(10, 20, 70)),
            AffectedPersons.of(150, 225, 900),
            SmallCells.DEFAULT,
            RoundCounts.NONE);

    // 45 of the 225 are of no known region: one half of those placed, in proportion
    assertThat(affected(rows.get(1)).lowerPersons()).isEqualTo(100);
    assertThat(affected(rows.get(1)).persons()).hasValue(150 * 1.25);
    assertThat(affected(rows.get(1)).upperPersons()).hasValue(200 + 70);
    assertThat(affected(rows.get(2)).persons()).hasValue(30 * 1.25);
    assertThat(affected(rows.get(2)).upperPersons()).hasValue(60 + 70);
    assertThat(affected(rows.get(3)).persons()).hasValue(0);
    assertThat(affected(rows.get(3)).upperPersons()).hasValue(5 + 70);
  }

  @Test
  void takesTheRestOfAllWhereThatIsLess() {
    SortedMap<String, StratumPersons> strata = new TreeMap<>();
    strata.put("N", new StratumPersons(80, AffectedPersons.of(100, 150, 200)));
    strata.put("S", new StratumPersons(20, AffectedPersons.of(20, 30, 60)));
    strata.put("W", new StratumPersons(0, AffectedPersons.of(0, 0, 5)));

    List<PopulationShare> rows =
        ComparePopulation.compare(
            regions(),
            new DimensionPersons(strata, AffectedPersons.of(10, 20, 70)),
            AffectedPersons.of(150, 180, 220),
            SmallCells.DEFAULT,
            RoundCounts.NONE);

    // at most 120 persons more than the 100 that were seen
    assertThat(affected(rows.get(1)).upperPersons()).hasValue(80 + 120);
    assertThat(affected(rows.get(2)).upperPersons()).hasValue(60 + 70);
  }

  @Test
  void narrowsTheIntervalIfTheUnknownAreLikeTheOthers() {
    StratumShare north =
        rows(Map.of("N", 80L, "S", 20L), AffectedPersons.of(90, 150, 400))
            .get(1)
            .sample()
            .orElseThrow();

    // four fifths of all those placed: of 100 seen at least, of 400 at most
    assertThat(north.ifAlike().lowerPersons()).isEqualTo(80);
    assertThat(north.ifAlike().persons()).hasValue(120);
    assertThat(north.ifAlike().upperPersons()).hasValue(320);
  }

  @Test
  void saysHowMuchAStratumIsOverRepresented() {
    List<PopulationShare> rows =
        rows(Map.of("N", 80L, "S", 20L, "W", 20L), AffectedPersons.of(120, 120, 120));

    // shares 5/9, 3/9, 1/9 of those living in the three isles
    StratumShare north = rows.get(1).sample().orElseThrow();
    StratumShare west = rows.get(3).sample().orElseThrow();
    assertThat(north.representation().orElseThrow()).isCloseTo(80 / (120 * 5 / 9.0), within(1e-12));
    assertThat(west.representation().orElseThrow()).isCloseTo(1.5, within(1e-12));
    assertThat(west.residual().orElseThrow())
        .isCloseTo((20 - 120 / 9.0) / Math.sqrt(120 / 9.0 * 8 / 9), within(1e-12));
    assertThat(rows.get(0).sample().orElseThrow().representation()).isEmpty();
  }

  private PopulationDimension regions() {
    return PopulationDimension.of(isles, Optional.empty()).get(0);
  }

  private List<PopulationShare> rows(Map<String, Long> seen, AffectedPersons affected) {
    SortedMap<String, StratumPersons> strata = new TreeMap<>();
    isles.strata().forEach(stratum -> strata.put(stratum.key(), StratumPersons.seen(0)));
    seen.forEach((key, persons) -> strata.put(key, StratumPersons.seen(persons)));
    AffectedPersons unknown =
        new AffectedPersons(0, OptionalDouble.empty(), OptionalDouble.empty());
    return ComparePopulation.compare(
        regions(),
        new DimensionPersons(strata, unknown),
        affected,
        SmallCells.DEFAULT,
        RoundCounts.NONE);
  }

  private static AffectedPersons affected(PopulationShare row) {
    return row.sample().orElseThrow().affected();
  }

  private static long seen(PopulationShare row) {
    return row.sample().orElseThrow().seen();
  }
}
