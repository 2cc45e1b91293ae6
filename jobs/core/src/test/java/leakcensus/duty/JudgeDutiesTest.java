package leakcensus.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import leakcensus.person.PersonField;
import leakcensus.population.AffectedPersons;
import leakcensus.severity.DataCategory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeDutiesTest {

  private static final OptionalDouble NOTHING = OptionalDouble.empty();
  private static final DistinctContents NO_CONTENTS =
      new DistinctContents(new TreeMap<>(), 0, true);

  private final TreeMap<String, CountRange> residents = new TreeMap<>();
  private final TreeMap<DataCategory, CountRange> items = new TreeMap<>();
  private final TreeSet<DataCategory> contains = new TreeSet<>();
  private AffectedPersons persons = AffectedPersons.of(400, 450, 600);
  private DistinctContents contents = NO_CONTENTS;

  @ParameterizedTest
  @CsvSource({
    "MORE_THAN, 500, 499, 500, NO", "MORE_THAN, 500, 499, 501, OPEN",
        "MORE_THAN, 500, 500, 501, OPEN",
    "MORE_THAN, 500, 501, 501, YES", "AT_LEAST, 500, 400, 499, NO", "AT_LEAST, 500, 499, 500, OPEN",
    "AT_LEAST, 500, 500, 500, YES", "AT_LEAST, 500, 501, 900, YES"
  })
  void readsTheIntervalByTheOperator(
      Operator operator, double number, double lower, double upper, Reached reached) {
    Quantity quantity = new Quantity(lower, NOTHING, OptionalDouble.of(upper), "Counted.");

    assertThat(operator.reach(quantity, number)).isEqualTo(reached);
  }

  @Test
  void leavesOpenWhatNothingBounds() {
    assertThat(Operator.AT_LEAST.reach(new Quantity(1, NOTHING, NOTHING, "Counted."), 2))
        .isEqualTo(Reached.OPEN);
  }

  @Test
  void saysOnWhichSideTheBestEstimateLies() {
    Duty below = judge(ofPersons(500));
    Duty above = judge(ofPersons(450));

    assertThat(below.reached()).isEqualTo(Reached.OPEN);
    assertThat(below.explanation())
        .isEqualTo(
            "Open: the upper end reaches it, the best estimate does not. Persons behind the dump"
                + " (table person_estimate, scope dump).");
    assertThat(above.explanation()).startsWith("Open: the best estimate reaches it, the lower");
  }

  @Test
  void takesThePersonsOfTheSampleForTheFewestOfADumpThatIsNotKnown() {
    persons = new AffectedPersons(400, NOTHING, NOTHING);

    Duty reached = judge(ofPersons(400));
    Duty open = judge(ofPersons(1_000_000));

    assertThat(reached.reached()).isEqualTo(Reached.YES);
    assertThat(open.reached()).isEqualTo(Reached.OPEN);
    assertThat(open.measured().orElseThrow().upper()).isEmpty();
    assertThat(open.explanation())
        .isEqualTo(
            "Open: the lower end does not reach it, and nothing shows that it is not reached."
                + " Persons behind the dump (table person_estimate, scope dump). Nothing says how"
                + " many at most.");
  }

  @Test
  void countsPersonsOfAProtectedCategoryOnlyWhereItIsStated() {
    Threshold health = threshold("US", DutyMeasure.PERSONS, 300, DataCategory.HEALTH);

    Duty unstated = judge(health);
    contains.add(DataCategory.HEALTH);

    assertThat(unstated.reached()).isEqualTo(Reached.OPEN);
    assertThat(unstated.measured().orElseThrow().lower()).isZero();
    assertThat(unstated.measured().orElseThrow().upper()).hasValue(600);
    assertThat(unstated.explanation())
        .contains(
            "Whether the dump holds health data is not known, and it counts only if it does (for");
    assertThat(judge(health).reached()).isEqualTo(Reached.YES);
  }

  @Test
  void knowsOfResidentsNoMoreThanThatTheyAreAmongThePersons() {
    Threshold texas = threshold("US-TX", DutyMeasure.RESIDENTS, 250);

    Duty open = judge(texas);
    persons = AffectedPersons.of(10, 20, 249);
    Duty none = judge(texas);

    assertThat(open.reached()).isEqualTo(Reached.OPEN);
    assertThat(open.measured().orElseThrow().lower()).isZero();
    assertThat(open.measured().orElseThrow().upper()).hasValue(600);
    assertThat(open.explanation())
        .endsWith(
            "live in US-TX is not known; at most all of them (for whoever runs the tool:"
                + " duties.residents).");
    assertThat(none.reached()).isEqualTo(Reached.NO);
  }

  @Test
  void takesResidentsAsStated() {
    Threshold texas = threshold("US-TX", DutyMeasure.RESIDENTS, 250);
    residents.put("US-TX", CountRange.exactly(250));
    residents.put("US-CA", CountRange.exactly(9_000));
    assertThat(judge(texas).reached()).isEqualTo(Reached.YES);

    residents.put("US-TX", new CountRange(100, OptionalLong.of(300)));
    assertThat(judge(texas).reached()).isEqualTo(Reached.OPEN);

    residents.put("US-TX", CountRange.exactly(249));
    assertThat(judge(texas).reached()).isEqualTo(Reached.NO);
    assertThat(judge(texas).measured().orElseThrow().best()).hasValue(249);
  }

  @Test
  void asksAnyStateForItsResidents() {
    Threshold any = threshold("US-*", DutyMeasure.RESIDENTS, 250);
    residents.put("US-TX", CountRange.exactly(100));
    assertThat(judge(any).reached()).isEqualTo(Reached.OPEN);
    assertThat(judge(any).explanation())
        .endsWith(
            "live in any one of US-* is not known; at most all of them (for whoever runs the tool:"
                + " duties.residents).");

    residents.put("US-NV", CountRange.exactly(251));
    residents.put("CA", CountRange.exactly(100_000));

    assertThat(judge(any).reached()).isEqualTo(Reached.YES);
    assertThat(judge(any).measured().orElseThrow().lower()).isEqualTo(251);
  }

  @Test
  void countsItemsBetweenTheLargestFieldAndAllContents() {
    // 3 names and 5 phones in 6 different records: 5 items at least, 8 at most, likely 6
    contents = contents(6, true, Map.of(PersonField.FULL_NAME, 3L, PersonField.PHONE, 5L));

    Quantity quantity = judge(ofItems(1)).measured().orElseThrow();

    assertThat(quantity.lower()).isEqualTo(5);
    assertThat(quantity.best()).hasValue(6);
    assertThat(quantity.upper()).hasValue(8);
  }

  @Test
  void countsDifferentRecordsWhereNoFieldHasAsManyContents() {
    contents = contents(9, true, Map.of(PersonField.FULL_NAME, 3L, PersonField.PHONE, 5L));

    Quantity quantity = judge(ofItems(1)).measured().orElseThrow();

    assertThat(quantity.lower()).isEqualTo(5);
    assertThat(quantity.best()).hasValue(9);
    assertThat(quantity.upper()).hasValue(9);
  }

  @Test
  void holdsTheItemsOfASampleForTheFewestOfTheDump() {
    contents = contents(6, false, Map.of(PersonField.FULL_NAME, 3L, PersonField.PHONE, 5L));

    Duty duty = judge(ofItems(1));

    assertThat(duty.measured().orElseThrow().lower()).isEqualTo(5);
    assertThat(duty.measured().orElseThrow().best()).isEmpty();
    assertThat(duty.measured().orElseThrow().upper()).isEmpty();
    assertThat(duty.explanation())
        .isEqualTo(
            "Even the lower end reaches it. An item is an entry, duplicates removed, not a person."
                + " At least as many as there are different contents of one field among full-name,"
                + " phone. The whole dump can hold more than this sample.");
  }

  @Test
  void knowsNoItemsThatNoPersonFieldShows() {
    contents = contents(6, true, Map.of(PersonField.PHONE, 5L));
    Threshold tracks = threshold("CN", DutyMeasure.ITEMS, 50, DataCategory.LOCATION);

    Duty open = judge(tracks);
    items.put(DataCategory.LOCATION, new CountRange(50, OptionalLong.of(70)));
    Duty stated = judge(tracks);

    assertThat(open.reached()).isEqualTo(Reached.OPEN);
    assertThat(open.measured().orElseThrow().lower()).isZero();
    assertThat(open.explanation())
        .endsWith(
            "How many items of location there are is not known, since no person field shows them"
                + " (for whoever runs the tool: duties.items).");
    assertThat(stated.reached()).isEqualTo(Reached.YES);
    assertThat(stated.measured().orElseThrow().upper()).hasValue(70);
  }

  @Test
  void findsNoItemsInAWholeDumpWithoutTheFields() {
    contents = contents(6, true, Map.of());

    assertThat(judge(ofItems(1)).reached()).isEqualTo(Reached.NO);
  }

  @Test
  void weighsWhereNothingIsCounted() {
    Duty duty =
        judge(
            new Threshold(
                "EU",
                DutyMeasure.NONE,
                Optional.empty(),
                OptionalLong.empty(),
                "authority",
                "Art. 1",
                "now",
                "risk",
                new TreeSet<>(),
                new TreeSet<>()));

    assertThat(duty.reached()).isEqualTo(Reached.NOT_NUMERIC);
    assertThat(duty.measured()).isEmpty();
    assertThat(duty.regime().notice())
        .isEqualTo("Facts to check with counsel, as of 2026-11-28; no legal advice.");
  }

  @Test
  void refusesQuantitiesAndRangesThatCannotBe() {
    assertThatThrownBy(() -> new Quantity(3, OptionalDouble.of(2), NOTHING, "Counted."))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid quantity: 2.0 in [3.0, 2.0] (must be finite and ordered)");
    assertThatThrownBy(() -> new Quantity(3, NOTHING, NOTHING, ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Missing explanation of a quantity");
    assertThatThrownBy(() -> new CountRange(3, OptionalLong.of(2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid range: 3 to 2 (must be ordered and not negative)");
  }

  private static DistinctContents contents(
      long records, boolean wholeDump, Map<PersonField, Long> byField) {
    return new DistinctContents(new TreeMap<>(byField), records, wholeDump);
  }

  private static Threshold ofPersons(long number) {
    return threshold("CN", DutyMeasure.PERSONS, number);
  }

  private static Threshold ofItems(long number) {
    return new Threshold(
        "CN",
        DutyMeasure.ITEMS,
        Optional.of(Operator.AT_LEAST),
        OptionalLong.of(number),
        "court",
        "Art. 1",
        "none",
        "got illegally",
        new TreeSet<>(List.of(PersonField.FULL_NAME, PersonField.PHONE)),
        new TreeSet<>());
  }

  private static Threshold threshold(
      String jurisdiction, DutyMeasure measure, long number, DataCategory... contents) {
    return new Threshold(
        jurisdiction,
        measure,
        Optional.of(Operator.AT_LEAST),
        OptionalLong.of(number),
        "authority",
        "Art. 1",
        "now",
        "leaked",
        new TreeSet<>(),
        new TreeSet<>(List.of(contents)));
  }

  private Duty judge(Threshold threshold) {
    DutyRegime regime =
        new DutyRegime("law", "A law", "Made up", LocalDate.of(2026, 11, 28), List.of(threshold));
    List<Duty> duties =
        JudgeDuties.judge(
            List.of(regime),
            new MeasuredBreach(persons, contents, contains),
            new DutySettings(List.of("law"), residents, items));
    assertThat(duties).hasSize(1);
    return duties.get(0);
  }
}
