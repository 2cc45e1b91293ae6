package leakcensus.severity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import leakcensus.person.PersonField;
import leakcensus.population.AffectedPersons;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreSeverityTest {

  private static final AffectedPersons MANY = AffectedPersons.of(900, 1_000, 1_100);

  private final List<ExposedSet> sets = new ArrayList<>();
  private final TreeMap<DataCategory, String> contains = new TreeMap<>();
  private final TreeMap<SeverityPart, StatedScore> stated = new TreeMap<>();
  private Optional<String> unintelligible = Optional.empty();
  private boolean offeredForSale;

  private AgesSeen ages = AgesSeen.unknown();

  @Test
  void flagsChildrenAndTheOldWhereTheirAgesAreKnown() {
    assertThat(component("flag_minors", MANY).reason())
        .isEqualTo(
            "Not judged: the day of the leak is not known, and so nobody's age then (for whoever"
                + " runs the tool: population.leak-date).");
    assertThat(component("flag_minors", MANY).upper()).isEqualTo(1);

    ages = new AgesSeen(true, true, false);

    assertThat(component("flag_minors", MANY).value()).isEqualTo(1);
    assertThat(component("flag_minors", MANY).reason())
        .isEqualTo(
            "Persons of the sample were under 18 years old at the leak. The method scores such people"
                + " higher; this score does so only if that is stated (for whoever runs the tool:"
                + " severity.data-context).");
    assertThat(component("flag_old", MANY).value()).isZero();
    assertThat(component("flag_old", MANY).upper()).isEqualTo(1);
    assertThat(component("flag_old", MANY).reason())
        .isEqualTo(
            "None of the sample, or too few to be told, is known to have been 65 years old or older at"
                + " the leak.");
  }

  @Test
  void scoresPoliceRecordsForSaleAsTheHandWorkedCase() {
    // 4 x 1 + 0.5 + 0.5 = 5, very high: case notes of named persons with ids, at a price
    exposed(PersonField.FULL_NAME, PersonField.NATIONAL_ID, PersonField.PHONE);
    contains.put(DataCategory.CRIMINAL, "Case notes name suspects.");
    offeredForSale = true;

    SeverityComponent score = component("se", MANY);

    assertThat(score.value()).isEqualTo(5);
    assertThat(score.lower()).isEqualTo(5);
    assertThat(score.upper()).isEqualTo(5);
    assertThat(score.band()).contains(SeverityBand.VERY_HIGH);
    assertThat(score.reason()).isEqualTo("4 x 1 + 0.5 + 0 + 0 + 0.5 = 5: very high.");
  }

  @Test
  void saysHowFarTheUnknownReaches() {
    exposed(PersonField.FULL_NAME, PersonField.PHONE);

    SeverityComponent score = component("se", MANY);

    // 1 x 0.75 + 0.5; at the low ends 1 x 0.5 + 0.25, at the high ends 4 x 1 + 0.5 + 0.5
    assertThat(score.value()).isEqualTo(1.25);
    assertThat(score.lower()).isEqualTo(0.75);
    assertThat(score.upper()).isEqualTo(5);
    assertThat(score.band()).contains(SeverityBand.LOW);
    assertThat(score.reason())
        .isEqualTo(
            "1 x 0.75 + 0.5 + 0 + 0 + 0 = 1.25: low. What is not known permits 0.75 (low) to 5"
                + " (very high).");
  }

  @Test
  void namesItsRowsInTheOrderOfTheMethod() {
    assertThat(components(MANY))
        .extracting(SeverityComponent::component)
        .containsExactly(
            "dpc",
            "ei",
            "cb_confidentiality",
            "cb_integrity",
            "cb_availability",
            "cb_malicious",
            "se",
            "flag_individuals",
            "flag_unintelligible",
            "flag_minors",
            "flag_old");
  }

  @Test
  void isTheFormulaOfItsPartsWhateverIsStated() {
    int cases = 0;
    for (double context : List.of(1.0, 2.0, 3.0, 4.0)) {
      for (double identification : List.of(0.25, 0.5, 0.75, 1.0)) {
        for (double loss : List.of(0.0, 0.25, 0.5)) {
          for (double malice : List.of(0.0, 0.5)) {
            state(SeverityPart.DATA_CONTEXT, context);
            state(SeverityPart.IDENTIFICATION, identification);
            state(SeverityPart.CONFIDENTIALITY, loss);
            state(SeverityPart.INTEGRITY, 0.5 - loss == 0.25 ? 0.25 : 0);
            state(SeverityPart.AVAILABILITY, 0.5);
            state(SeverityPart.MALICIOUS, malice);
            double integrity = 0.5 - loss == 0.25 ? 0.25 : 0;

            SeverityComponent score = component("se", MANY);

            assertThat(score.value())
                .isEqualTo(context * identification + loss + integrity + 0.5 + malice)
                .isEqualTo(score.lower())
                .isEqualTo(score.upper());
            cases++;
          }
        }
      }
    }
    assertThat(cases).isEqualTo(96);
  }

  @ParameterizedTest
  @CsvSource({
    "DATA_CONTEXT, 2", "IDENTIFICATION, 0.5", "CONFIDENTIALITY, 0.25",
    "INTEGRITY, 0.5", "AVAILABILITY, 0.25", "MALICIOUS, 0.5"
  })
  void takesWhatIsStatedForWhatItWouldDerive(SeverityPart part, double value) {
    exposed(PersonField.FULL_NAME, PersonField.NATIONAL_ID);
    state(part, value);

    SeverityComponent row = component(part.component(), MANY);

    assertThat(row.value()).isEqualTo(value).isEqualTo(row.lower()).isEqualTo(row.upper());
    assertThat(row.derived()).isFalse();
    assertThat(row.reason()).isEqualTo("Stated: As I know.");
    assertThat(components(MANY)).filteredOn(other -> !other.derived()).containsExactly(row);
  }

  @Test
  void letsTheHighestCategoryDecide() {
    exposed(PersonField.FULL_NAME);
    contains.put(DataCategory.PROFESSION, "A column of jobs.");
    contains.put(DataCategory.HEALTH, "Diagnoses.");
    contains.put(DataCategory.LOCATION, "Tracks.");

    SeverityComponent context = component("dpc", MANY);

    assertThat(context.value()).isEqualTo(4).isEqualTo(context.lower());
    assertThat(context.derived()).isTrue();
    assertThat(context.reason())
        .isEqualTo(
            "The person fields are simple data. The highest category counts: health, which is"
                + " sensitive data; stated: Diagnoses.");
  }

  @ParameterizedTest
  @CsvSource({"PROFESSION, 1", "HABITS, 2", "TRANSACTIONS, 3", "TRADE_UNION, 4"})
  void scoresACategoryByItsClass(DataCategory category, double value) {
    contains.put(category, "Seen.");

    assertThat(component("dpc", MANY).value()).isEqualTo(value);
  }

  @Test
  void takesFiveKindsOfFieldsOfOnePersonForAProfile() {
    exposed(
        PersonField.FULL_NAME,
        PersonField.SURNAME,
        PersonField.PHONE,
        PersonField.EMAIL,
        PersonField.ADDRESS,
        PersonField.SEX);
    assertThat(component("dpc", MANY).value()).isEqualTo(1);

    exposed(
        PersonField.FULL_NAME,
        PersonField.PHONE,
        PersonField.ADDRESS,
        PersonField.SEX,
        PersonField.BIRTH_DATE);
    SeverityComponent context = component("dpc", MANY);

    assertThat(context.value()).isEqualTo(2);
    assertThat(context.lower()).isEqualTo(1);
    assertThat(context.upper()).isEqualTo(4);
    assertThat(context.reason())
        .startsWith(
            "Together with one person stand full name, phone, address, birth date, sex: simple")
        .endsWith(
            "look at them (for whoever runs the tool: severity.contains or severity.data-context).");
  }

  @Test
  void letsNoFewPersonsDecideWhereThereAreMany() {
    sets.add(set(true, PersonField.FULL_NAME, PersonField.NATIONAL_ID));
    sets.add(set(false, PersonField.PHONE));
    assertThat(component("ei", MANY).value()).isEqualTo(0.25);

    sets.remove(1);

    assertThat(component("ei", MANY).value()).isEqualTo(1);
  }

  @Test
  void scoresASampleWithoutPersons() {
    SeverityComponent identification = component("ei", AffectedPersons.of(0, 0, 0));

    assertThat(identification.value()).isEqualTo(0.25);
    assertThat(identification.reason())
        .isEqualTo(
            "No field tells whom the data are about. Together with one person stand: no person"
                + " field.");
  }

  @ParameterizedTest
  @CsvSource({
    "100, 100, 100, 0, 0, 0",
    "101, 101, 101, 1, 1, 1",
    "90, 100, 110, 0, 0, 1",
    "90, 105, 110, 0, 1, 1"
  })
  void raisesTheFlagOfManyAbove100(
      double lower, double best, double upper, double low, double value, double high) {
    SeverityComponent flag = component("flag_individuals", AffectedPersons.of(lower, best, upper));

    assertThat(flag.lower()).isEqualTo(low);
    assertThat(flag.value()).isEqualTo(value);
    assertThat(flag.upper()).isEqualTo(high);
  }

  @Test
  void leavesTheFlagOfManyOpenWhereNothingBoundsThePersons() {
    SeverityComponent flag =
        component(
            "flag_individuals",
            new AffectedPersons(80, OptionalDouble.empty(), OptionalDouble.empty()));

    assertThat(flag.value()).isZero();
    assertThat(flag.upper()).isEqualTo(1);
    assertThat(flag.reason())
        .isEqualTo(
            "At least 80 persons, and nothing says how many at most; the flag stands for more than"
                + " 100.");
  }

  @Test
  void letsTheFlagsChangeNoScore() {
    double before = component("se", MANY).value();
    unintelligible = Optional.of("Sound encryption.");

    assertThat(component("se", AffectedPersons.of(1, 1, 1)).value()).isEqualTo(before);
    SeverityComponent flag = component("flag_unintelligible", MANY);
    assertThat(flag.value()).isEqualTo(1);
    assertThat(flag.derived()).isFalse();
    assertThat(flag.reason()).isEqualTo("Stated: Sound encryption.");
  }

  @Test
  void holdsAnOfferForSaleForMaliceAndUnknownRecipients() {
    assertThat(component("cb_malicious", MANY).value()).isZero();
    assertThat(component("cb_malicious", MANY).upper()).isEqualTo(0.5);
    assertThat(component("cb_confidentiality", MANY).lower()).isEqualTo(0.25);

    offeredForSale = true;

    assertThat(component("cb_malicious", MANY).lower()).isEqualTo(0.5);
    assertThat(component("cb_confidentiality", MANY).lower()).isEqualTo(0.5);
  }

  @Test
  void refusesRowsThatCannotBe() {
    assertThatThrownBy(
            () -> new SeverityComponent("ei", 0.5, 0.75, 1, true, "So.", Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid ei: 0.5 not inside [0.75, 1.0]");
    assertThatThrownBy(() -> new SeverityComponent("ei", 1, 1, 1, true, " ", Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Missing reason of ei");
    assertThatThrownBy(() -> new StatedScore(0.25, ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Missing reason of a stated score: say in a sentence why it is 0.25");
  }

  private void exposed(PersonField... fields) {
    sets.clear();
    sets.add(set(false, fields));
  }

  private static ExposedSet set(boolean withheld, PersonField... fields) {
    return new ExposedSet(new TreeSet<>(List.of(fields)), withheld);
  }

  private void state(SeverityPart part, double value) {
    stated.put(part, new StatedScore(value, "As I know."));
  }

  private List<SeverityComponent> components(AffectedPersons persons) {
    return ScoreSeverity.score(
        new BreachFacts(sets, persons, offeredForSale, ages),
        new SeveritySettings(contains, stated, unintelligible));
  }

  private SeverityComponent component(String name, AffectedPersons persons) {
    Map<String, SeverityComponent> rows = new TreeMap<>();
    components(persons).forEach(row -> rows.put(row.component(), row));
    return rows.get(name);
  }
}
