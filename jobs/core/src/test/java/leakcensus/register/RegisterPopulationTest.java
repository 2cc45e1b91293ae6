package leakcensus.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RegisterPopulationTest {

  private static final int PERSONS = 4_800;

  @Test
  void givesTwinsOneBirthDateOneHomeAndTwoNames() {
    RegisterPopulation population =
        population(Map.of(RegisterRatio.TWINS, 1.0, RegisterRatio.SAME_SURNAME, 0.5));
    int pairs = 0;
    for (long person = 1; person < PERSONS; person++) {
      if (population.family(person).isSecondTwin(person)) {
        RegisterPerson first = population.person(person - 1);
        RegisterPerson second = population.person(person);
        assertThat(second.born()).isEqualTo(first.born());
        assertThat(second.surname()).isEqualTo(first.surname());
        assertThat(second.homeOwner()).isEqualTo(first.homeOwner());
        assertThat(second.given()).isNotEqualTo(first.given());
        assertThat(second.nationalId()).isNotEqualTo(first.nationalId());
        pairs++;
      }
    }
    assertThat(pairs).isGreaterThan(500);
  }

  @Test
  void givesTheChildTheNameOfTheParentButNotTheBirthDate() {
    RegisterPopulation population =
        population(Map.of(RegisterRatio.NAMESAKES, 1.0, RegisterRatio.SHARED_ADDRESS, 1.0));
    int pairs = 0;
    for (long person = 1; person < PERSONS; person++) {
      if (population.family(person).isNamesake(person)) {
        RegisterPerson parent = population.person(person - 1);
        RegisterPerson child = population.person(person);
        assertThat(child.given()).isEqualTo(parent.given());
        assertThat(child.surname()).isEqualTo(parent.surname());
        assertThat(child.sex()).isEqualTo(parent.sex());
        assertThat(child.homeOwner()).isEqualTo(parent.homeOwner());
        assertThat(child.born()).isAfter(parent.born());
        pairs++;
      }
    }
    assertThat(pairs).isGreaterThan(500);
  }

  @Test
  void sharesAnAddressOfMailInsideAHouseholdOnly() {
    RegisterPopulation population =
        population(Map.of(RegisterRatio.EMAIL, 1.0, RegisterRatio.SHARED_EMAIL, 0.5));
    Map<Optional<String>, Set<Long>> households = new HashMap<>();
    int sharers = 0;
    for (RegisterPerson person : persons(population)) {
      RegisterFamily family = population.family(person.number());
      households
          .computeIfAbsent(person.email(), email -> new HashSet<>())
          .add(family.household().head());
      sharers += family.sharesEmail() ? 1 : 0;
    }
    assertThat(households.values()).allSatisfy(heads -> assertThat(heads).hasSize(1));
    assertThat(households).hasSizeLessThan(PERSONS);
    assertThat(sharers).isPositive();
  }

  @Test
  void keepsTheMeanHousehold() {
    RegisterPopulation population = population(Map.of());
    Set<Long> heads = new HashSet<>();
    for (long person = 0; person < PERSONS; person++) {
      RegisterHousehold household = population.family(person).household();
      heads.add(household.head());
      assertThat(household.position(person)).isBetween(0, household.members() - 1);
    }
    // Stated are 2.5; the last household of each block of 48 is cut short.
    assertThat((double) PERSONS / heads.size()).isCloseTo(2.5, within(0.15));
  }

  @Test
  void makesNoTwoPersonsAlike() {
    Set<String> seen = new HashSet<>();
    RegisterPopulation population =
        population(
            Map.of(
                RegisterRatio.TWINS, 0.5,
                RegisterRatio.NAMESAKES, 0.5,
                RegisterRatio.SHARED_ADDRESS, 1.0,
                RegisterRatio.SHARED_PHONE, 1.0,
                RegisterRatio.SAME_SURNAME, 1.0));
    for (RegisterPerson person : persons(population)) {
      String face =
          String.join(
              "|",
              person.given(),
              person.surname(),
              person.born().toString(),
              population.home(person.homeOwner(), 0).address(),
              population.phone(person.phoneOwner(), 0));
      assertThat(seen.add(face)).as("person %d", person.number()).isTrue();
    }
  }

  @Test
  void makesNamesAsUnequalAsZipfSays() {
    RegisterNames names = new RegisterNames(Registers.of(3, 10, Map.of()));
    Map<String, Integer> counts = new HashMap<>();
    leakcensus.synthetic.RandomStream random =
        leakcensus.synthetic.RandomStream.of(
            1, leakcensus.synthetic.RandomStream.Purpose.REGISTER_NAME, 0);
    int draws = 200_000;
    for (int i = 0; i < draws; i++) {
      counts.merge(names.surname(random), 1, Integer::sum);
    }
    // 500 names, exponent 1: the commonest has 1 / H(500) = 1 / 6.79282 of all.
    List<Integer> sorted =
        counts.values().stream().sorted(java.util.Comparator.reverseOrder()).toList();
    assertThat(counts).hasSize(500);
    assertThat(sorted.get(0) / (double) draws).isCloseTo(1 / 6.79282, within(0.004));
    assertThat(sorted.get(1) / (double) draws).isCloseTo(1 / 6.79282 / 2, within(0.004));
  }

  private static RegisterPopulation population(Map<RegisterRatio, Double> ratios) {
    return new RegisterPopulation(Registers.of(3, PERSONS, ratios));
  }

  private static List<RegisterPerson> persons(RegisterPopulation population) {
    return LongStream.range(0, PERSONS).mapToObj(population::person).toList();
  }
}
