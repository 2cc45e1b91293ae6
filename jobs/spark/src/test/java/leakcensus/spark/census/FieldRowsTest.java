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
    census.counts.add(Measure.FIELD_DISTINCT, ALL, PHONE, 50);
    census.counts.add(Measure.FIELD_DISTINCT, CASES, PHONE, 14);
    census.counts.add(Measure.PERSON_PRESENT, ALL, PHONE, 45);
    census.counts.add(Measure.PERSON_VALID, ALL, PHONE, 44);
    census.counts.add(Measure.PERSON_PRESENT, CASES, PHONE, 11);
    census.counts.add(Measure.PERSON_VALID, CASES, PHONE, 10);

    List<String> rows = withoutIntervals();

    assertThat(rows)
        .containsExactly(
            "* | * | full-name | 150 | 10 | 0 | 0.06666666666666667 | 0.0 | 0 | 0 | 0",
            "* | * | national-id | 150 | 0 | 0 | 0.0 | - | 0 | 0 | 0",
            "* | * | phone | 150 | 75 | 69 | 0.5 | 0.92 | 50 | 45 | 44",
            "persons | * | national-id | 100 | 0 | 0 | 0.0 | - | 0 | 0 | 0",
            "persons | * | phone | 100 | 60 | 54 | 0.6 | 0.9 | 0 | 0 | 0",
            "persons | * | other:note | 0 | 0 | - | - | - | - | - | -",
            "cases | suspect | full-name | 10 | 10 | 0 | 1.0 | 0.0 | - | - | -",
            "cases | * | full-name | 50 | 10 | 0 | 0.2 | 0.0 | 0 | 0 | 0",
            "cases | reporter | phone | 40 | 15 | 15 | 0.375 | 1.0 | - | - | -",
            "cases | * | phone | 50 | 15 | 15 | 0.3 | 1.0 | 14 | 11 | -",
            "cases | * | other:note | 0 | 0 | - | - | - | - | - | -");
  }

  @Test
  void profilesOtherColumnsOverRecords() {
    census.counts.add(Measure.RECORDS, PERSONS, 0, 80);
    census.counts.add(Measure.FIELD_PRESENT, PERSONS, 0, Source.otherBit(0), 20);

    assertThat(withoutIntervals())
        .contains("persons | * | other:note | 80 | 20 | - | 0.25 | - | - | - | -");
  }

  @Test
  void withholdsPersonsBelowTheSmallestCell() {
    census.counts.add(Measure.MENTIONS, PERSONS, 0, 100);
    census.counts.add(Measure.PERSON_PRESENT, PERSONS, PHONE, 10);
    census.counts.add(Measure.PERSON_VALID, PERSONS, PHONE, 11);

    assertThat(withoutIntervals())
        .contains("persons | * | phone | 100 | 0 | 0 | 0.0 | - | 0 | - | 11");
  }

  @Test
  void withholdsCombinationsFromWhichASmallOneFollows() {
    combination(ALL, 0, 3, 3);
    combination(ALL, PersonField.PHONE.bit(), 20, 18);
    combination(ALL, PersonField.PHONE.bit() | PersonField.FULL_NAME.bit(), 200, 79);

    assertThat(text(FieldRows.combinations(census.facts(), census.config(), "run")))
        .containsExactly(
            "* | none | 3 | - | - | true",
            "* | phone | 20 | - | - | true",
            "* | full-name+phone | 200 | 79 | 0.79 | false");
  }

  @Test
  void showsACombinationOfNoPersons() {
    census.counts.add(Measure.COMBINATION_RECORDS, CASES, 0, PersonField.PHONE.bit(), 4);

    assertThat(text(FieldRows.combinations(census.facts(), census.config(), "run")))
        .containsExactly("cases | phone | 4 | 0 | - | false");
  }

  @Test
  void hasNoCombinationsWithoutRecords() {
    assertThat(text(FieldRows.combinations(census.facts(), census.config(), "run"))).isEmpty();
  }

  private void combination(int source, long fields, long records, long persons) {
    census.counts.add(Measure.COMBINATION_RECORDS, source, 0, fields, records);
    census.counts.add(Measure.COMBINATION_PERSONS, source, 0, fields, persons);
  }

  /** The intervals have tests of their own. */
  private List<String> withoutIntervals() {
    return text(FieldRows.profile(census.facts(), census.config(), "run")).stream()
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
