package leakcensus.estimate.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import leakcensus.estimate.EstimateScope;
import leakcensus.estimate.PersonEstimate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EstimateCapturesTest {

  @Test
  void answersTwoListsByChapman() {
    List<PersonEstimate> rows = estimate(Map.of(0b01, 40L, 0b10, 60L, 0b11, 20L));

    assertThat(rows).extracting(PersonEstimate::method).containsExactly("chapman", "mt");
    PersonEstimate row = selected(rows);
    assertThat(row.method()).isEqualTo("chapman");
    assertThat(row.persons().orElseThrow()).isCloseTo(61.0 * 81 / 21 - 1, within(1e-9));
    assertThat(row.assumptions()).contains("the number is too low");
  }

  @Test
  void answersMoreListsByTheAverageOfModels() {
    List<PersonEstimate> rows = EstimateCaptures.of(ReferenceCaptures.histories("care1_hav"), 0.95);

    assertThat(rows)
        .extracting(PersonEstimate::method)
        .containsExactly(
            "chapman_list1_list2",
            "chapman_list1_list3",
            "chapman_list2_list3",
            "sample_coverage",
            "sample_coverage_indep",
            "sample_coverage_lsc",
            "sample_coverage_hsc",
            "mt",
            "mth_chao",
            "loglinear_bic");
    assertThat(rows).allMatch(row -> row.scope() == EstimateScope.DUMP);
    assertThat(selected(rows).method()).isEqualTo("loglinear_bic");
    assertThat(selected(rows).identifiable()).isTrue();
  }

  @Test
  void takesTheSampleCoverageThatTheCoverageBears() {
    // CARE1: C-hat .803 above and .513 below the .55 at which the package warns
    assertThat(persons("care1_diabetes", "sample_coverage"))
        .isEqualTo(persons("care1_diabetes", "sample_coverage_hsc"));
    assertThat(persons("care1_hav", "sample_coverage"))
        .isEqualTo(persons("care1_hav", "sample_coverage_lsc"));
  }

  @Test
  void spansThePersonsWhoWereLaterScreenedByOneMethodButNotByTheOther() {
    // Hepatitis A in a Taiwanese college: a screening found about 545 infected (Chao et al. 1997).
    // All three pairs of lists seem dependent, and models of pairs then go too high.
    List<PersonEstimate> rows = EstimateCaptures.of(ReferenceCaptures.histories("care1_hav"), 0.95);

    PersonEstimate coverage = rows.get(3);
    assertThat(coverage.method()).isEqualTo("sample_coverage");
    assertThat(coverage.lowerPersons().orElseThrow()).isLessThan(545);
    assertThat(coverage.upperPersons().orElseThrow()).isGreaterThan(545);
    assertThat(selected(rows).lowerPersons().orElseThrow()).isGreaterThan(545);
  }

  @Test
  void movesTheUnseenByTheOddsRatio() {
    PersonEstimate chapman = estimate(Map.of(0b01, 40L, 0b10, 60L, 0b11, 19L)).get(0);
    PersonEstimate mt = estimate(Map.of(0b01, 40L, 0b10, 60L, 0b11, 19L)).get(1);

    // the unseen are 40 * 60 / 20 by Chapman and 40 * 60 / 19 by the likelihood
    assertThat(chapman.diagnostics())
        .containsEntry("odds_ratio_half_persons", 119.0 + 60)
        .containsEntry("odds_ratio_two_persons", 119.0 + 240);
    assertThat(mt.diagnostics().get("odds_ratio_half_persons"))
        .isCloseTo(119 + 2400 / 38.0, within(1e-6));
    assertThat(mt.diagnostics().get("odds_ratio_two_persons"))
        .isCloseTo(119 + 4800 / 19.0, within(1e-6));
  }

  @Test
  void needsASecondList() {
    PersonEstimate row = selected(estimate(List.of("users", "orders"), Map.of(1, 7L)));

    assertThat(row.identifiable()).isFalse();
    assertThat(row.persons()).isEmpty();
    assertThat(row.lowerPersons()).hasValue(7);
    assertThat(row.needed())
        .isEqualTo("A second source of the same population, with persons of its own.");
  }

  @Test
  void needsPersonsOnBothLists() {
    PersonEstimate row = selected(estimate(Map.of(0b01, 40L, 0b10, 60L)));

    assertThat(row.identifiable()).isFalse();
    assertThat(row.needed())
        .isEqualTo(
            "Persons who are both on list1 and on list2; without any, the two sources bound"
                + " nothing.");
  }

  @Test
  void needsEveryListToShareSomebody() {
    PersonEstimate row = selected(estimate(Map.of(0b001, 40L, 0b010, 60L, 0b011, 20L, 0b100, 30L)));

    assertThat(row.identifiable()).isFalse();
    assertThat(row.lowerPersons()).hasValue(150);
    assertThat(row.needed())
        .isEqualTo(
            "Persons whom the sources share: at least one source shares none with the others.");
  }

  @Test
  void countsNobodyInNoLists() {
    assertThat(selected(estimate(List.of("a", "b"), Map.of())).lowerPersons()).hasValue(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"care1_hav", "care1_diabetes", "rcapture_hiv"})
  void dependsNeitherOnNamesNorOnOrder(String name) {
    CaptureHistories given = ReferenceCaptures.histories(name);
    int lists = given.lists().size();
    List<String> reversed =
        IntStream.range(0, lists).mapToObj(list -> "z%d".formatted(lists - list)).toList();

    PersonEstimate row = selected(EstimateCaptures.of(given, 0.9));
    PersonEstimate renamed =
        selected(EstimateCaptures.of(CaptureHistories.of(reversed, given.persons()), 0.9));

    assertThat(renamed.persons().orElseThrow())
        .isCloseTo(row.persons().orElseThrow(), within(1e-6 * row.persons().orElseThrow()));
    assertThat(renamed.lowerPersons().orElseThrow())
        .isCloseTo(row.lowerPersons().orElseThrow(), within(0.01));
    assertThat(renamed.upperPersons().orElseThrow())
        .isCloseTo(
            row.upperPersons().orElseThrow(), within(1e-4 * row.upperPersons().orElseThrow()));
  }

  @Test
  void givesTheSameRowsForListsInAnotherOrder() {
    Map<Integer, Long> counts = Map.of(0b001, 40L, 0b010, 60L, 0b011, 20L, 0b100, 30L, 0b110, 9L);
    Map<Integer, Long> swapped = Map.of(0b100, 40L, 0b010, 60L, 0b110, 20L, 0b001, 30L, 0b011, 9L);

    assertThat(estimate(List.of("a", "b", "c"), counts))
        .isEqualTo(estimate(List.of("c", "b", "a"), swapped));
  }

  // Rows refuse what is not finite or not in order, so that a row is itself the check.
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "2, 1 1 1",
    "2, 10000000000 10000000000 1",
    "2, 0 0 5",
    "2, 10000000000 1 10000000000",
    "3, 1 0 1 0 0 0 1",
    "3, 0 0 0 0 0 0 1",
    "3, 5 5 0 5 0 0 0",
    "3, 5 5 1 5 1 1 0",
    "3, 5 5 0 5 1 1 1",
    "3, 10000000000 10000000000 9 10000000000 9 9 1",
    "3, 1 1 10000000000 1 10000000000 10000000000 1",
    "3, 9999999999 8888888888 777777777 6666666666 555555555 44444444 3333333",
    "4, 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1",
    "4, 1 1 0 1 0 0 0 1 1 0 0 0 0 0 2",
    "4, 10000000000 1 0 1 5 7 0 10000000 1 0 0 1 0 0 2",
  })
  void staysFiniteOnExtremeCounts(int lists, String counts) {
    Map<Integer, Long> persons = new TreeMap<>();
    for (String count : counts.split(" ")) {
      persons.put(persons.size() + 1, Long.parseLong(count));
    }

    List<PersonEstimate> rows = estimate(ReferenceCaptures.positions(lists), persons);

    double seen = persons.values().stream().mapToLong(Long::longValue).sum();
    assertThat(rows).filteredOn(PersonEstimate::selected).hasSize(1);
    assertThat(selected(rows).lowerPersons().orElseThrow()).isGreaterThanOrEqualTo(seen);
  }

  @ParameterizedTest
  @ValueSource(ints = {6, 8, 9})
  void bearsManyLists(int lists) {
    Map<Integer, Long> persons = new TreeMap<>();
    for (int history = 1; history < 1 << lists; history++) {
      persons.put(history, 1000L >> 2 * Integer.bitCount(history));
    }

    PersonEstimate row = selected(estimate(ReferenceCaptures.positions(lists), persons));

    assertThat(row.identifiable()).isTrue();
    assertThat(row.diagnostics()).containsEntry("fitted_models", 1 + lists * (lists - 1) / 2.0);
  }

  @Test
  void refusesAConfidenceInPercent() {
    CaptureHistories histories = ReferenceCaptures.histories("care1_hav");

    assertThatThrownBy(() -> EstimateCaptures.of(histories, 95))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid confidence: 95.0 (must be a ratio inside (0, 1))");
  }

  private static double persons(String name, String method) {
    return EstimateCaptures.of(ReferenceCaptures.histories(name), 0.95).stream()
        .filter(row -> row.method().equals(method))
        .findFirst()
        .orElseThrow()
        .persons()
        .orElseThrow();
  }

  private static List<PersonEstimate> estimate(Map<Integer, Long> persons) {
    int highest = persons.keySet().stream().mapToInt(Integer::intValue).max().orElseThrow();
    int lists = Integer.SIZE - Integer.numberOfLeadingZeros(highest);
    return estimate(ReferenceCaptures.positions(lists), persons);
  }

  private static List<PersonEstimate> estimate(List<String> lists, Map<Integer, Long> persons) {
    return EstimateCaptures.of(CaptureHistories.of(lists, persons), 0.95);
  }

  private static PersonEstimate selected(List<PersonEstimate> rows) {
    return rows.stream().filter(PersonEstimate::selected).findFirst().orElseThrow();
  }
}
