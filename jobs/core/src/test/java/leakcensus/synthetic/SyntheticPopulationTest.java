package leakcensus.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import leakcensus.person.Sex;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.Test;

class SyntheticPopulationTest {

  private static final int PERSONS = 300_000;
  private static final LocalDate CENSUS = LocalDate.of(2020, 11, 1);
  private static final SyntheticPopulation POPULATION =
      new SyntheticPopulation(Leaks.noisy(PERSONS));
  private static final List<SyntheticPerson> ALL =
      LongStream.range(0, PERSONS).mapToObj(POPULATION::person).toList();

  @Test
  void givesEveryPersonAnIdOfHisOwn() {
    assertThat(distinct(ALL.stream().map(SyntheticPerson::nationalId).toList())).hasSize(PERSONS);
  }

  @Test
  void givesIdsThatPassTheStandard() {
    // ISO 7064 MOD 11-2 by its recursion, not by the weights of GB 11643: P = 10;
    // for each digit a: P = ((P + a) mod 11 or 11) * 2 mod 11, here as S = 2 (S + a) mod 11; the
    // check character c makes S + c = 1 mod 11.
    for (SyntheticPerson person : ALL) {
      String id = person.nationalId();
      int sum = 0;
      for (int i = 0; i < 17; i++) {
        sum = 2 * (sum + Character.digit(id.charAt(i), 10)) % 11;
      }
      int check = id.charAt(17) == 'X' ? 10 : Character.digit(id.charAt(17), 10);

      assertThat((sum + check) % 11).isEqualTo(1);
      assertThat(id.substring(6, 14)).isEqualTo(person.birthDate().toString().replace("-", ""));
      assertThat(Integer.parseInt(id.substring(14, 17)))
          .isBetween(1, 998)
          .matches(running -> running % 2 == (person.sex() == Sex.MALE ? 1 : 0));
    }
  }

  @Test
  void givesAreaCodesThatWereNotAbolishedBeforeBirth() {
    Map<String, int[]> lists = new HashMap<>();
    for (List<String> row : ResourceRows.read("counties.csv")) {
      lists.put(row.get(0), new int[] {Integer.parseInt(row.get(1)), Integer.parseInt(row.get(2))});
    }

    for (SyntheticPerson person : ALL) {
      int[] inForce = lists.get(person.nationalId().substring(0, 6));
      int born = person.birthDate().getYear() * 100 + person.birthDate().getMonthValue();
      int lastList = 201904;
      int youngestProvince = 199712;

      assertThat(inForce).isNotNull();
      assertThat(inForce[1]).isGreaterThanOrEqualTo(Math.min(born, lastList) / 100 * 100 - 100);
      assertThat(inForce[0]).isLessThanOrEqualTo(Math.max(born, youngestProvince));
    }
  }

  @Test
  void followsTheCensusInAgeAndSex() {
    Map<String, Long> seen = new HashMap<>();
    for (SyntheticPerson person : ALL) {
      int age = Period.between(person.birthDate(), CENSUS.minusDays(1)).getYears();
      seen.merge(Math.min(age, 95) / 5 + " " + person.sex(), 1L, Long::sum);
    }
    Map<String, Double> expected = new HashMap<>();
    for (List<String> row : ResourceRows.read("census-2020.csv")) {
      int youngest = Integer.parseInt(row.get(1).split("[-+]")[0]);
      String band = Math.min(youngest, 95) / 5 + " ";
      expected.merge(band + Sex.MALE, Double.valueOf(row.get(2)), Double::sum);
      expected.merge(band + Sex.FEMALE, Double.valueOf(row.get(3)), Double::sum);
    }

    assertPlausible(chiSquare(seen, expected), expected.size());
  }

  @Test
  void followsTheCensusInProvinces() {
    Map<String, Long> seen = new HashMap<>();
    ALL.forEach(person -> seen.merge(person.nationalId().substring(0, 2), 1L, Long::sum));
    Map<String, Double> expected = new HashMap<>();
    for (List<String> row : ResourceRows.read("census-2020.csv")) {
      double inhabitants = Double.parseDouble(row.get(2)) + Double.parseDouble(row.get(3));
      expected.merge(row.get(0), inhabitants, Double::sum);
    }

    assertPlausible(chiSquare(seen, expected), 31);
  }

  @Test
  void takesInhabitantsOfOneCellApart() {
    // The largest cells are those that could run out of running numbers.
    Set<String> ids = new HashSet<>();
    int read = 0;
    for (long inhabitant = 700_000_000; inhabitant < 700_600_000; inhabitant++) {
      ids.add(NationalIdNumber.of(Census2020.table().inhabitant(inhabitant)));
      read++;
    }

    assertThat(ids).hasSize(read);
  }

  @Test
  void findsRunningNumbersForEveryInhabitant() {
    // A cell's last inhabitants have the highest running numbers, so a fine grid finds any
    // overflow.
    for (long inhabitant = 0; inhabitant < Census2020.INHABITANTS; inhabitant += 997) {
      assertThat(Census2020.table().inhabitant(inhabitant).sequence()).isBetween(1, 998);
    }
  }

  @Test
  void givesPhonesThatThePlanHolds() throws NumberParseException {
    PhoneNumberUtil plan = PhoneNumberUtil.getInstance();

    for (SyntheticPerson person : ALL.subList(0, 20_000)) {
      assertThat(plan.getNumberType(plan.parse(person.phone(), "CN")))
          .isEqualTo(PhoneNumberType.MOBILE);
    }
  }

  @Test
  void sharesPhonesInsideHouseholdsOnly() {
    Map<String, Set<Long>> households = new HashMap<>();
    ALL.forEach(
        person ->
            households
                .computeIfAbsent(person.phone(), phone -> new HashSet<>())
                .add(person.household()));

    assertThat(households.values()).allMatch(sharing -> sharing.size() == 1);
    assertThat(households.size()).isBetween((int) (0.9 * PERSONS), PERSONS - PERSONS / 50);
  }

  @Test
  void givesEmailsToTheStatedRatioAndNeverTwice() {
    List<String> emails = ALL.stream().flatMap(person -> person.email().stream()).toList();

    assertThat(emails.size()).isCloseTo(PERSONS / 2, within(5 * 274));
    assertThat(distinct(emails)).hasSize(emails.size());
  }

  @Test
  void givesNamesWithPublishedFrequencies() {
    // Ministry of Public Security, 2007: Wang 7.25 %, Li 7.19 %. Household members share names, so
    // the error is wider than a binomial one.
    assertThat(ratioNamed("王")).isCloseTo(0.0725, within(0.002));
    assertThat(ratioNamed("李")).isCloseTo(0.0719, within(0.002));
  }

  @Test
  void putsHouseholdsUnderOneRoof() {
    Map<Long, Set<String>> homes = new HashMap<>();
    ALL.forEach(
        person ->
            homes
                .computeIfAbsent(person.household(), head -> new HashSet<>())
                .add(person.address() + person.postalCode()));

    assertThat(homes.values()).allMatch(addresses -> addresses.size() == 1);
    assertThat((double) PERSONS / homes.size()).isBetween(2.0, 2.8);
  }

  @Test
  void givesTheSamePersonWhateverWasAskedBefore() {
    SyntheticPopulation again = new SyntheticPopulation(Leaks.noisy(PERSONS));

    assertThat(again.person(1_234)).isEqualTo(ALL.get(1_234));
    assertThat(again.person(7)).isEqualTo(ALL.get(7));
  }

  @Test
  void rejectsMorePersonsThanTheCensusHas() {
    assertThatThrownBy(() -> POPULATION.person(SyntheticPopulation.MOST_PERSONS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid number: 1409778724 (must be 0 to 1409778723)");
  }

  private static double ratioNamed(String surname) {
    return (double) ALL.stream().filter(person -> person.surname().equals(surname)).count()
        / PERSONS;
  }

  private static Set<String> distinct(List<String> values) {
    return new HashSet<>(values);
  }

  private static double chiSquare(Map<String, Long> seen, Map<String, Double> expected) {
    double inhabitants = expected.values().stream().mapToDouble(Double::doubleValue).sum();
    List<Double> terms = new ArrayList<>();
    expected.forEach(
        (cell, share) -> {
          double mean = PERSONS * share / inhabitants;
          double gap = seen.getOrDefault(cell, 0L) - mean;
          terms.add(gap * gap / mean);
        });
    return terms.stream().mapToDouble(Double::doubleValue).sum();
  }

  private static void assertPlausible(double chiSquare, int cells) {
    double p = ChiSquaredDistribution.of(cells - 1.0).survivalProbability(chiSquare);
    assertThat(p).describedAs("p-value of %s on %s cells", chiSquare, cells).isBetween(1e-3, 0.999);
  }
}
