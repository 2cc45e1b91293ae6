package leakcensus.spark.census;

import static leakcensus.spark.census.SmallCensus.ALL;
import static leakcensus.spark.census.SmallCensus.CASES;
import static leakcensus.spark.census.SmallCensus.PERSONS;
import static leakcensus.spark.census.SmallCensus.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import leakcensus.count.Measure;
import leakcensus.person.PersonField;
import leakcensus.source.Source;
import org.junit.jupiter.api.Test;

class FieldRowsTest {

  private static final int PHONE = PersonField.PHONE.ordinal();
  private static final int ID = PersonField.NATIONAL_ID.ordinal();
  private static final int NAME = PersonField.FULL_NAME.ordinal();

  private final SmallCensus census = new SmallCensus();

  @Test
  void profilesEachFieldInAllSourcesThenInEachSourceAndSlot() {
    census.counts.add(Measure.MENTIONS, PERSONS, 0, 100);
    census.counts.add(Measure.MENTIONS, CASES, 0, 40);
    census.counts.add(Measure.MENTIONS, CASES, 1, 10);
    census.counts.add(Measure.FIELD_PRESENT, PERSONS, 0, PHONE, 60);
    census.counts.add(Measure.FIELD_VALID, PERSONS, 0, PHONE, 54);
    census.counts.add(Measure.FIELD_PRESENT, CASES, 0, PHONE, 15);
    census.counts.add(Measure.FIELD_VALID, CASES, 0, PHONE, 15);
    census.counts.add(Measure.FIELD_PRESENT, CASES, 1, NAME, 10);
    census.counts.add(Measure.FURTHER_VALUES, CASES, 0, PHONE, 4);
    census.counts.add(Measure.VALUES_OVER_LIMIT, CASES, 0, PHONE, 2);
    census.counts.add(Measure.FIELD_DISTINCT, ALL, PHONE, 50);
    census.counts.add(Measure.FIELD_DISTINCT, CASES, PHONE, 14);
    census.counts.add(Measure.PERSON_PRESENT, ALL, PHONE, 45);
    census.counts.add(Measure.PERSON_VALID, ALL, PHONE, 34);
    persons(ALL, 80);
    persons(CASES, 30);
    persons(PERSONS, 50);
    census.counts.add(Measure.PERSON_PRESENT, PERSONS, PHONE, 34);
    census.counts.add(Measure.PERSON_VALID, PERSONS, PHONE, 23);
    census.counts.add(Measure.PERSON_PRESENT, CASES, PHONE, 11);
    census.counts.add(Measure.PERSON_VALID, CASES, PHONE, 11);

    List<String> rows = withoutIntervals();

    assertThat(rows)
        .containsExactly(
            "* | * | full-name | 150 | 10 | 0 | 0.06666666666666667 | 0.0 | 0 | 0 | 0 | 0 | 0",
            "* | * | national-id | 150 | 0 | 0 | 0.0 | - | 0 | 0 | 0 | 0 | 0",
            "* | * | phone | 150 | 75 | 69 | 0.5 | 0.92 | 50 | 45 | 34 | 4 | 2",
            "persons | * | national-id | 100 | 0 | 0 | 0.0 | - | 0 | 0 | 0 | 0 | 0",
            "persons | * | phone | 100 | 60 | 54 | 0.6 | 0.9 | 0 | 34 | 23 | 0 | 0",
            "persons | * | other:note | 0 | 0 | - | - | - | - | - | - | - | -",
            "cases | suspect | full-name | 10 | 10 | 0 | 1.0 | 0.0 | - | - | - | 0 | 0",
            "cases | * | full-name | 50 | 10 | 0 | 0.2 | 0.0 | 0 | 0 | 0 | 0 | 0",
            "cases | reporter | phone | 40 | 15 | 15 | 0.375 | 1.0 | - | - | - | 4 | 2",
            "cases | * | phone | 50 | 15 | 15 | 0.3 | 1.0 | 14 | 11 | 11 | 4 | 2",
            "cases | * | other:note | 0 | 0 | - | - | - | - | - | - | - | -");
  }

  @Test
  void profilesOtherColumnsOverRecords() {
    census.counts.add(Measure.RECORDS, PERSONS, 0, 80);
    census.counts.add(Measure.FIELD_PRESENT, PERSONS, 0, Source.otherBit(0), 20);

    assertThat(withoutIntervals())
        .contains("persons | * | other:note | 80 | 20 | - | 0.25 | - | - | - | - | - | -");
  }

  @Test
  void withholdsPersonsBelowTheSmallestCell() {
    census.counts.add(Measure.MENTIONS, PERSONS, 0, 100);
    persons(PERSONS, 60);
    persons(ALL, 60);
    census.counts.add(Measure.PERSON_PRESENT, PERSONS, PHONE, 30);
    census.counts.add(Measure.PERSON_VALID, PERSONS, PHONE, 10);
    census.counts.add(Measure.PERSON_PRESENT, ALL, PHONE, 30);
    census.counts.add(Measure.PERSON_VALID, ALL, PHONE, 10);

    assertThat(withoutIntervals())
        .contains("persons | * | phone | 100 | 0 | 0 | 0.0 | - | 0 | 30 | - | 0 | 0");
  }

  @Test
  void withholdsCombinationsFromWhichASmallOneFollows() {
    census.counts.add(Measure.OVERLAP, ALL, 0, 1L << CASES, 100);
    for (int source : List.of(ALL, CASES)) {
      persons(source, 100);
      combination(source, 0, 3, 3);
      combination(source, PersonField.PHONE.bit(), 20, 18);
      combination(source, PersonField.PHONE.bit() | PersonField.FULL_NAME.bit(), 200, 79);
      census.counts.add(Measure.PERSON_PRESENT, source, PHONE, 97);
      census.counts.add(Measure.PERSON_PRESENT, source, NAME, 79);
    }

    assertThat(combinations())
        .containsExactly(
            "* | none | 3 | - | - | true",
            "* | phone | 20 | - | - | true",
            "* | full-name+phone | 200 | 79 | 0.79 | false",
            "cases | none | 3 | - | - | true",
            "cases | phone | 20 | - | - | true",
            "cases | full-name+phone | 200 | 79 | 0.79 | false");
  }

  @Test
  void showsACombinationOfNoPersons() {
    census.counts.add(Measure.COMBINATION_RECORDS, CASES, 0, PersonField.PHONE.bit(), 4);

    assertThat(combinations()).containsExactly("cases | phone | 4 | 0 | - | false");
  }

  @Test
  void hasNoCombinationsWithoutRecords() {
    assertThat(combinations()).isEmpty();
  }

  @Test
  void withholdsFieldsThatFewPersonsLackOrHaveInvalid() {
    persons(PERSONS, 100);
    persons(ALL, 100);
    for (int source : List.of(PERSONS, ALL)) {
      census.counts.add(Measure.PERSON_PRESENT, source, PHONE, 95);
      census.counts.add(Measure.PERSON_VALID, source, PHONE, 60);
      census.counts.add(Measure.PERSON_PRESENT, source, ID, 50);
      census.counts.add(Measure.PERSON_VALID, source, ID, 47);
    }

    assertThat(withoutIntervals())
        .contains(
            "persons | * | phone | 0 | 0 | 0 | - | - | 0 | - | 60 | 0 | 0",
            "persons | * | national-id | 0 | 0 | 0 | - | - | 0 | 50 | - | 0 | 0");
  }

  @Test
  void withholdsInAllSourcesWhatWouldGiveAwayThatOfOne() {
    persons(PERSONS, 100);
    persons(CASES, 60);
    persons(ALL, 160);
    combination(PERSONS, 0, 96, 96);
    combination(PERSONS, PersonField.PHONE.bit(), 4, 4);
    combination(CASES, 0, 30, 30);
    combination(CASES, PersonField.PHONE.bit(), 30, 30);
    combination(ALL, 0, 126, 126);
    combination(ALL, PersonField.PHONE.bit(), 34, 34);
    census.counts.add(Measure.OVERLAP, ALL, 0, 1, 100);
    census.counts.add(Measure.OVERLAP, ALL, 0, 2, 60);
    census.counts.add(Measure.PERSON_PRESENT, PERSONS, PHONE, 4);
    census.counts.add(Measure.PERSON_PRESENT, CASES, PHONE, 30);
    census.counts.add(Measure.PERSON_PRESENT, ALL, PHONE, 34);

    List<String> rows = combinations();

    assertThat(rows)
        .contains("persons | none | 96 | - | - | true", "persons | phone | 4 | - | - | true")
        .anyMatch(row -> !row.startsWith("persons") && row.endsWith("true"));
  }

  private List<String> combinations() {
    return text(FieldRows.combinations(census.facts(), census.told(), census.config(), "run"));
  }

  private void persons(int source, long persons) {
    census.counts.add(Measure.PERSON_FREQUENCY, source, 0, 1, persons);
  }

  private void combination(int source, long fields, long records, long persons) {
    census.counts.add(Measure.COMBINATION_RECORDS, source, 0, fields, records);
    census.counts.add(Measure.COMBINATION_PERSONS, source, 0, fields, persons);
  }

  /** The intervals have tests of their own. */
  private List<String> withoutIntervals() {
    return text(FieldRows.profile(census.facts(), census.told(), census.config(), "run")).stream()
        .map(row -> List.of(row.split(" \\| ")))
        .map(
            cells ->
                String.join(" | ", cells.subList(0, 7))
                    + " | "
                    + cells.get(9)
                    + " | "
                    + String.join(" | ", cells.subList(12, cells.size())))
        .toList();
  }
}
