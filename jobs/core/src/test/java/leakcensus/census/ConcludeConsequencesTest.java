package leakcensus.census;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import leakcensus.block.LongTable;
import leakcensus.config.CensusConfig;
import leakcensus.config.ConfigReader;
import leakcensus.config.LoadedConfig;
import leakcensus.config.RegimeReader;
import leakcensus.count.CountTable;
import leakcensus.count.Measure;
import leakcensus.duty.Duty;
import leakcensus.duty.DutyRegime;
import leakcensus.duty.Quantity;
import leakcensus.duty.Reached;
import leakcensus.estimate.EstimateScope;
import leakcensus.person.BirthAndSex;
import leakcensus.person.PersonField;
import leakcensus.person.Sex;
import leakcensus.severity.SeverityBand;
import leakcensus.severity.SeverityComponent;
import leakcensus.source.Intake;
import leakcensus.source.IntakeMeasure;
import leakcensus.source.SourceFile;
import leakcensus.source.SplitTally;
import org.junit.jupiter.api.Test;

class ConcludeConsequencesTest {

  private static final int ALL = CountTable.ALL_SOURCES;
  private static final long NAME_AND_PHONE = PersonField.FULL_NAME.bit() | PersonField.PHONE.bit();
  private static final long NAME_AND_ID =
      PersonField.FULL_NAME.bit() | PersonField.NATIONAL_ID.bit();

  private final CountTable counts = new CountTable();
  private final List<String> settings =
      new ArrayList<>(
          List.of(
              "resolve.method=identifiers",
              "sources.a={files = f, format = csv, fields { national-id = id }}"));

  @Test
  void scoresWhatAtLeastElevenPersonsExpose() {
    persons(NAME_AND_PHONE, 600);
    persons(NAME_AND_ID, 20);
    assertThat(component("ei").value()).isEqualTo(1);
  }

  @Test
  void doesNotScoreByAFewPersons() {
    persons(NAME_AND_PHONE, 600);
    persons(NAME_AND_ID, 3);
    // with them the smallest other set is withheld, so that theirs cannot be derived
    persons(PersonField.PHONE.bit(), 20);

    assertThat(component("ei").value()).isEqualTo(0.75);
  }

  @Test
  void findsChildrenAndOldPeopleByTheirYearOfBirth() {
    persons(NAME_AND_ID, 600);
    born(2010, 40);
    born(2004, 100);
    born(1950, 7);
    born(1980, 300);
    born(0, 300);
    settings.add("population.leak-date=2022-06-30");

    assertThat(component("flag_minors").value()).isEqualTo(1);
    assertThat(component("flag_minors").reason()).startsWith("Persons of the sample were under 18");
    assertThat(component("flag_old").value()).isZero();
    assertThat(component("flag_old").reason()).startsWith("None of the sample, or too few");
  }

  @Test
  void countsWhoTurnsEighteenAfterTheLeakAsAChild() {
    persons(NAME_AND_ID, 600);
    born(2004, 11);
    settings.add("population.leak-date=2022-06-30");
    assertThat(component("flag_minors").value()).isEqualTo(1);

    settings.set(settings.size() - 1, "population.leak-date=2022-07-01");
    assertThat(component("flag_minors").value()).isZero();
  }

  private void born(int year, long persons) {
    for (long k = 1; k <= 2; k++) {
      counts.add(
          Measure.BIRTH_SEX_FREQUENCY,
          ALL,
          new BirthAndSex(year, Sex.MALE).packed(),
          k,
          k == 1 ? persons - persons / 2 : persons / 2);
    }
  }

  @Test
  void takesAClaimedPriceForAnOffer() {
    persons(NAME_AND_ID, 600);
    settings.add("claims.offer={price { total = 10, currency = BTC }}");
    settings.add("severity.contains.criminal=Case notes.");

    assertThat(component("se").value()).isEqualTo(5);
    assertThat(component("se").band()).contains(SeverityBand.VERY_HIGH);
  }

  @Test
  void holdsThePersonsOfTheDumpAgainstTheLaw() {
    persons(NAME_AND_ID, 600);
    settings.add("sample.design=whole-dump");
    settings.add("severity.contains.health=Diagnoses.");

    Duty hipaa = duties("hipaa").get(0);

    CensusFindings findings = findings();
    assertThat(hipaa.reached()).isEqualTo(Reached.YES);
    assertThat(hipaa.measured().map(Quantity::best))
        .contains(findings.selected(EstimateScope.DUMP).persons());
  }

  @Test
  void holdsThePersonsOfTheSampleForTheFewestWhereTheDumpIsNotKnown() {
    persons(NAME_AND_ID, 600);

    Quantity measured = duties("china-incident").get(0).measured().orElseThrow();

    assertThat(measured.lower()).isBetween(1.0, 600.0);
    assertThat(measured.upper()).isEmpty();
    assertThat(measured.best()).isEmpty();
  }

  @Test
  void countsItemsByDifferentContents() {
    persons(NAME_AND_PHONE, 600);
    counts.add(Measure.FIELD_DISTINCT, ALL, PersonField.FULL_NAME.ordinal(), 300);
    counts.add(Measure.FIELD_DISTINCT, ALL, PersonField.PHONE.ordinal(), 590);
    counts.add(Measure.FIELD_DISTINCT, ALL, PersonField.ORGANISATION.ordinal(), 9_000);
    counts.add(Measure.NORMALISED_FREQUENCY, ALL, 0, 1, 500);
    counts.add(Measure.NORMALISED_FREQUENCY, ALL, 0, 2, 120);
    assertThat(duties("china-criminal").get(2).measured().orElseThrow().upper()).isEmpty();
    settings.add("sample.design=whole-dump");

    Quantity other = duties("china-criminal").get(2).measured().orElseThrow();

    assertThat(other.lower()).isEqualTo(590);
    assertThat(other.best()).isEqualTo(OptionalDouble.of(620));
    assertThat(other.upper()).isEqualTo(OptionalDouble.of(890));
  }

  private void persons(long mask, long number) {
    counts.add(Measure.COMBINATION_PERSONS, ALL, 0, mask, number);
    counts.add(Measure.PERSON_FREQUENCY, ALL, 0, 1, number);
    counts.add(Measure.PERSON_FREQUENCY, 0, 0, 1, number);
    if ((mask & PersonField.NATIONAL_ID.bit()) != 0) {
      counts.add(Measure.CHECKED_ID_FREQUENCY, ALL, 0, 1, number);
    }
    counts.add(Measure.MENTIONS, 0, 0, number);
    counts.add(Measure.RECORDS, 0, 0, number);
  }

  private SeverityComponent component(String name) {
    return conclude(List.of()).severity().stream()
        .filter(row -> row.component().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private List<Duty> duties(String regime) {
    return conclude(List.of(RegimeReader.bundled(regime))).duties();
  }

  private Consequences conclude(List<DutyRegime> regimes) {
    return ConcludeConsequences.conclude(findings(), config(), regimes);
  }

  private CensusFindings findings() {
    SplitTally tally = new SplitTally(0);
    tally.add(IntakeMeasure.RECORDS_KEPT, counts.at(Measure.RECORDS, 0, 0));
    LongTable tallies = SplitTally.table();
    tallies.appendAll(tally.rows());
    Intake intake = Intake.of(List.of(new SourceFile(0, 0, 1_000, "none", false)), tallies);
    return ConcludeCensus.conclude(
        new CensusFacts(config().sources(), intake, counts, Optional.empty()), config(), List.of());
  }

  private CensusConfig config() {
    return ConfigReader.read(LoadedConfig.load(Optional.empty(), settings));
  }
}
