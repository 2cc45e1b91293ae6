package leakcensus.spark.census;

import static leakcensus.spark.census.SmallCensus.ALL;
import static leakcensus.spark.census.SmallCensus.CASES;
import static leakcensus.spark.census.SmallCensus.PERSONS;
import static leakcensus.spark.census.SmallCensus.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import leakcensus.count.Measure;
import org.junit.jupiter.api.Test;

class RepeatRowsTest {

  private static final long IN_PERSONS = 1L << PERSONS;
  private static final long IN_CASES = 1L << CASES;

  private final SmallCensus census = new SmallCensus();

  @Test
  void tellsHowOftenWhatOccursBySourceLevelAndNumber() {
    census.counts.add(Measure.PERSON_FREQUENCY, ALL, 0, 10, 1);
    census.counts.add(Measure.PERSON_FREQUENCY, ALL, 0, 2, 30);
    census.counts.add(Measure.EXACT_FREQUENCY, ALL, 0, 1, 70);
    census.counts.add(Measure.NORMALISED_FREQUENCY, PERSONS, 0, 1, 60);
    census.counts.add(Measure.CHECKED_ID_FREQUENCY, CASES, 0, 3, 4);

    assertThat(text(RepeatRows.frequency(census.facts(), "run")))
        .containsExactly(
            "* | exact | 1 | 70",
            "* | person | 2 | 30",
            "* | person | 10 | 1",
            "persons | normalised | 1 | 60",
            "cases | checked-id | 3 | 4");
  }

  @Test
  void tellsInWhichSourcesPersonsAre() {
    overlap(IN_PERSONS, 50);
    overlap(IN_CASES, 12);
    overlap(IN_PERSONS | IN_CASES, 11);
    census.counts.add(Measure.REPEAT_PERSONS, PERSONS, CASES, 11);

    assertThat(text(RepeatRows.overlap(census.facts(), census.told(), "run")))
        .containsExactly(
            "persons | 50 | false", "cases | 12 | false", "persons+cases | 11 | false");
  }

  @Test
  void withholdsASmallOverlapAndOneFromWhichItFollows() {
    overlap(IN_PERSONS, 50);
    overlap(IN_CASES, 12);
    overlap(IN_PERSONS | IN_CASES, 2);
    census.counts.add(Measure.REPEAT_PERSONS, PERSONS, CASES, 2);

    assertThat(text(RepeatRows.overlap(census.facts(), census.told(), "run")))
        .containsExactly("persons | 50 | false", "cases | - | true", "persons+cases | - | true");
  }

  @Test
  void tellsRepeatsWithinAndAcrossSources() {
    census.counts.add(Measure.REPEAT_PERSONS, PERSONS, PERSONS, 5);
    census.counts.add(Measure.REPEAT_PAIRS, PERSONS, PERSONS, 7);
    census.counts.add(Measure.REPEAT_GAPS, PERSONS, PERSONS, 99, 3);
    census.counts.add(Measure.REPEAT_GAPS, PERSONS, PERSONS, 999, 1);
    census.counts.add(Measure.REPEAT_GAPS, PERSONS, CASES, 100, 2);
    census.counts.add(Measure.REPEAT_PERSONS, PERSONS, CASES, 11);
    census.counts.add(Measure.REPEAT_PAIRS, PERSONS, CASES, 19);

    assertThat(text(RepeatRows.pairs(census.facts(), census.told(), "run")))
        .containsExactly(
            "persons | persons | 5 | 7 | [3, 0, 0, 0, 0, 0, 0, 0, 0, 1]",
            "persons | cases | 11 | 19 | [0, 2, 0, 0, 0, 0, 0, 0, 0, 0]",
            "cases | cases | 0 | 0 | [0, 0, 0, 0, 0, 0, 0, 0, 0, 0]");
  }

  @Test
  void withholdsFewPersonsOfTwoSourcesAsTheOverlapDoes() {
    census.counts.add(Measure.REPEAT_PERSONS, PERSONS, CASES, 10);
    census.counts.add(Measure.REPEAT_PAIRS, PERSONS, CASES, 19);

    assertThat(text(RepeatRows.pairs(census.facts(), census.told(), "run")))
        .contains("persons | cases | - | 19 | -");
  }

  @Test
  void roundsPersonsOfSeveralSourcesAndWhatTheyAdmit() {
    census.withRounding(5);
    overlap(IN_PERSONS, 52);
    overlap(IN_PERSONS | IN_CASES, 13);
    census.counts.add(Measure.REPEAT_PERSONS, PERSONS, PERSONS, 12);
    census.counts.add(Measure.REPEAT_PERSONS, PERSONS, CASES, 13);
    census.counts.add(Measure.REPEAT_PAIRS, PERSONS, CASES, 19);
    census.counts.add(Measure.REPEAT_GAPS, PERSONS, CASES, 100, 8);

    assertThat(text(RepeatRows.overlap(census.facts(), census.told(), "run")))
        .containsExactly("persons | 50 | false", "persons+cases | 15 | false");
    assertThat(text(RepeatRows.pairs(census.facts(), census.told(), "run")))
        .contains(
            "persons | persons | 12 | 0 | [0, 0, 0, 0, 0, 0, 0, 0, 0, 0]",
            "persons | cases | 15 | 19 | [0, 10, 0, 0, 0, 0, 0, 0, 0, 0]");
  }

  @Test
  void hasNoFrequenciesAndNoOverlapWithoutPersons() {
    assertThat(text(RepeatRows.frequency(census.facts(), "run"))).isEmpty();
    assertThat(text(RepeatRows.overlap(census.facts(), census.told(), "run"))).isEmpty();
  }

  /** With one mention of each person in each of the sources. */
  private void overlap(long sources, long persons) {
    census.counts.add(Measure.OVERLAP, ALL, 0, sources, persons);
    census.counts.add(Measure.PERSON_FREQUENCY, ALL, 0, Long.bitCount(sources), persons);
    for (int source : List.of(PERSONS, CASES)) {
      if ((sources >> source & 1) == 1) {
        census.counts.add(Measure.PERSON_FREQUENCY, source, 0, 1, persons);
      }
    }
  }
}
