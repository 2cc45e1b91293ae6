package leakcensus.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.apache.commons.statistics.inference.SignificanceResult;
import org.junit.jupiter.api.Test;

class MeasureRepresentativenessTest {

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
              new PopulationStratum("W", "West", 200)));

  @Test
  void findsNoDistanceInAMiniatureOfThePopulation() {
    Representativeness measures = measure(isles, Map.of("N", 5_000L, "S", 3_000L, "W", 2_000L));

    assertThat(measures.totalVariation().orElseThrow()).isCloseTo(0, within(1e-12));
    assertThat(measures.chiSquare().orElseThrow()).isCloseTo(0, within(1e-9));
    assertThat(measures.pValue().orElseThrow()).isCloseTo(1, within(1e-9));
    assertThat(measures.reading())
        .isEqualTo(
            "By region of issue the persons of the sample are much like the population: 0.0 % of"
                + " them would have to be of another region of issue.");
  }

  @Test
  void agreesWithAnotherImplementationOfPearsonsTest() {
    Representativeness measures = measure(isles, Map.of("N", 430L, "S", 350L, "W", 220L));

    double[] expected = {500, 300, 200};
    long[] observed = {430, 350, 220};
    SignificanceResult pearson = ChiSquareTest.withDefaults().test(expected, observed);
    assertThat(measures.chiSquare().orElseThrow()).isCloseTo(pearson.getStatistic(), within(1e-9));
    assertThat(measures.pValue().orElseThrow()).isCloseTo(pearson.getPValue(), within(1e-9));
    assertThat(measures.totalVariation().orElseThrow()).isCloseTo(0.07, within(1e-12));
    assertThat(measures.stabilityIndex().orElseThrow())
        .isCloseTo(
            -0.07 * Math.log(0.43 / 0.5) + 0.05 * Math.log(0.35 / 0.3) + 0.02 * Math.log(1.1),
            within(1e-12));
  }

  @Test
  void namesWhoIsThereTooOftenAndTooRarely() {
    assertThat(measure(isles, Map.of("N", 2_000L, "S", 2_000L, "W", 6_000L)).reading())
        .isEqualTo(
            "By region of issue the persons of the sample are very unlike the population: 40.0 % of"
                + " them would have to be of another region of issue. Over-represented: West (3.0"
                + " times). Under-represented: North (0.40 times), South (0.67 times).");
  }

  @Test
  void takesWithheldStrataForOne() {
    Representativeness measures = measure(isles, Map.of("N", 500L, "S", 12L, "W", 3L));

    // South and West are withheld: one cell of 15 persons where half of 515 would be
    assertThat(measures.strata()).isEqualTo(2);
    assertThat(measures.totalVariation().orElseThrow()).isCloseTo(500 / 515.0 - 0.5, within(1e-12));
  }

  @Test
  void comparesNoHandfulOfPersons() {
    Representativeness measures = measure(isles, Map.of("N", 40L, "S", 30L, "W", 29L));

    assertThat(measures.totalVariation()).isEmpty();
    assertThat(measures.seen()).isZero();
    assertThat(measures.reading())
        .isEqualTo(
            "Fewer than 100 persons are known to be of some region of issue; that is too few to"
                + " compare.");
  }

  @Test
  void saysThatMinorsAreLackingAndTheYoungAreMany() {
    Population ages =
        new Population(
            "ages",
            "Ages",
            LocalDate.of(2020, 11, 1),
            "Made up",
            StratumKind.AGE_SEX,
            new PopulationStratum("total", "All", 1000),
            List.of(
                new PopulationStratum("0-14:male", "boys", 300),
                new PopulationStratum("20-24:male", "young men", 200),
                new PopulationStratum("50-54:male", "men", 500)));

    PopulationDimension dimension = PopulationDimension.of(ages, Optional.empty()).get(1);

    assertThat(
            measure(dimension, Map.of("age:0-14", 0L, "age:20-24", 600L, "age:50-54", 400L))
                .reading())
        .endsWith(
            "Minors are nearly absent, as in a register of customers, account holders or staff, not of"
                + " residents. Adults of 20 to 34 are over-represented, as in services that the young"
                + " use.");
    assertThat(
            measure(dimension, Map.of("age:0-14", 300L, "age:20-24", 200L, "age:50-54", 500L))
                .reading())
        .doesNotContain("Minors", "Adults");
  }

  private static Representativeness measure(Population population, Map<String, Long> seen) {
    return measure(PopulationDimension.of(population, Optional.empty()).get(0), seen);
  }

  private static Representativeness measure(PopulationDimension dimension, Map<String, Long> seen) {
    SortedMap<String, StratumPersons> strata = new TreeMap<>();
    seen.forEach((key, persons) -> strata.put(key, StratumPersons.seen(persons)));
    long all = seen.values().stream().mapToLong(Long::longValue).sum();
    DimensionPersons persons =
        new DimensionPersons(
            strata, new AffectedPersons(0, OptionalDouble.empty(), OptionalDouble.empty()));
    return MeasureRepresentativeness.of(
            dimension,
            ComparePopulation.compare(
                dimension,
                persons,
                AffectedPersons.of(all, all, all),
                SmallCells.DEFAULT,
                RoundCounts.NONE))
        .orElseThrow();
  }
}
