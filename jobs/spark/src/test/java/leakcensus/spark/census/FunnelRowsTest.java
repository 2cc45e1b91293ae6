package leakcensus.spark.census;

import static leakcensus.spark.census.SmallCensus.ALL;
import static leakcensus.spark.census.SmallCensus.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import leakcensus.count.Measure;
import leakcensus.normalise.IdStep;
import leakcensus.person.PersonField;
import org.junit.jupiter.api.Test;

class FunnelRowsTest {

  private final SmallCensus census = new SmallCensus();

  @Test
  void narrowsFromRecordsToPersonsWithACheckedId() {
    census.withRecords(1_000, 900);
    census.counts.add(Measure.NORMALISED_FREQUENCY, ALL, 0, 1, 800);
    ids(40, 30, 20, 50, 460, 100);
    census.counts.add(Measure.PERSON_FREQUENCY, ALL, 0, 2, 450);
    census.counts.add(Measure.MENTIONS, SmallCensus.PERSONS, 0, 900);
    census.counts.add(Measure.RECORDS, SmallCensus.PERSONS, 0, 900);
    census.counts.add(Measure.CHECKED_ID_FREQUENCY, ALL, 0, 2, 450);

    assertThat(funnel())
        .containsExactly(
            "0 | persons claimed | 1000 | - | 1.0 | - | false | - | - | - | -",
            "1 | records read | 1000 | - | 1.0 | - | false | - | - | - | -",
            "2 | records kept | 900 | 0.9 | 0.9 | - | false | - | - | - | -",
            "3 | different records, normalised | 800 | 0.8888888888888888 | 0.8 | - | false | - | - | - | -",
            "4 | different national ids | 700 | 0.875 | 0.7 | - | false | - | - | - | -",
            "5 | ids of the right shape | 560 | 0.8 | 0.56 | - | false | - | - | - | -",
            "6 | ids with an area code that was ever valid | 530 | 0.9464285714285714 | 0.53 | -"
                + " | false | - | - | - | -",
            "7 | ids with a birth date of the calendar | 510 | 0.9622641509433962 | 0.51 | - |"
                + " false | - | - | - | -",
            "8 | ids with a right check digit | 460 | 0.9019607843137255 | 0.46 | - | false | - | - | - | -",
            "9 | persons with a checked id | - | - | - | - | true | - | - | - | -",
            "10 | persons of the sample | 450 | 0.9782608695652174 | 0.45 | - | false | 450.0 |"
                + " 450.0 | - | -",
            "11 | persons of the dump | - | - | - | - | false | 450.0 | - | - | -");
  }

  @Test
  void withholdsAStepThatFewIdsTellFromTheOneBefore() {
    census.withRecords(1_000, 1_000);
    census.counts.add(Measure.NORMALISED_FREQUENCY, ALL, 0, 1, 1_000);
    ids(100, 10, 10, 0, 400, 0);
    census.counts.add(Measure.PERSON_FREQUENCY, ALL, 0, 1, 400);
    census.counts.add(Measure.MENTIONS, SmallCensus.PERSONS, 0, 900);
    census.counts.add(Measure.RECORDS, SmallCensus.PERSONS, 0, 900);
    census.counts.add(Measure.CHECKED_ID_FREQUENCY, ALL, 0, 1, 400);

    assertThat(funnel().subList(5, 10))
        .containsExactly(
            "5 | ids of the right shape | 420 | 0.8076923076923077 | 0.42 | - | false | - | - | - | -",
            "6 | ids with an area code that was ever valid | - | - | - | - | true | - | - | - | -",
            "7 | ids with a birth date of the calendar | 400 | 0.9523809523809523 | 0.4 | - |"
                + " false | - | - | - | -",
            "8 | ids with a right check digit | 400 | 1.0 | 0.4 | - | false | - | - | - | -",
            "9 | persons with a checked id | 400 | 1.0 | 0.4 | - | false | - | - | - | -");
  }

  @Test
  void withholdsSmallSteps() {
    census.withRecords(10, 10);

    assertThat(funnel().subList(1, 4))
        .containsExactly(
            "1 | records read | - | - | - | - | true | - | - | - | -",
            "2 | records kept | - | - | - | - | true | - | - | - | -",
            "3 | different records, normalised | 0 | - | 0.0 | - | false | - | - | - | -");
  }

  @Test
  void endsWithTheIdsWhereNoSourceHasAnyThatCanBeChecked() {
    census.withOpaqueIds().withRecords(1_000, 1_000);

    assertThat(funnel())
        .hasSize(7)
        .element(4)
        .isEqualTo("4 | different national ids | 0 | - | 0.0 | - | false | - | - | - | -");
  }

  @Test
  void withholdsCheckedIdsThatWouldTellTheFewPersonsWithoutOne() {
    census.withRecords(1_000, 1_000);
    census.counts.add(Measure.NORMALISED_FREQUENCY, ALL, 0, 1, 1_000);
    ids(100, 40, 40, 40, 400, 0);
    census.counts.add(Measure.PERSON_FREQUENCY, ALL, 0, 1, 405);
    census.counts.add(Measure.CHECKED_ID_FREQUENCY, ALL, 0, 1, 400);
    census.counts.add(Measure.MENTIONS, SmallCensus.PERSONS, 0, 1_000);
    census.counts.add(Measure.RECORDS, SmallCensus.PERSONS, 0, 1_000);

    assertThat(funnel().subList(8, 11))
        .containsExactly(
            "8 | ids with a right check digit | - | - | - | - | true | - | - | - | -",
            "9 | persons with a checked id | - | - | - | - | true | - | - | - | -",
            "10 | persons of the sample | 405 | 0.9204545454545454 | 0.405 | - | false | 400.0 |"
                + " 405.0 | - | -");
  }

  private void ids(long... distinctByStep) {
    long all = 0;
    for (IdStep step : IdStep.values()) {
      long distinct = distinctByStep[step.ordinal()];
      all += distinct;
      census.counts.add(Measure.ID_STEP_DISTINCT, ALL, step.ordinal(), distinct);
    }
    census.counts.add(Measure.FIELD_DISTINCT, ALL, PersonField.NATIONAL_ID.ordinal(), all);
  }

  private List<String> funnel() {
    return text(FunnelRows.funnel(census.findings(), census.config(), "run"));
  }
}
