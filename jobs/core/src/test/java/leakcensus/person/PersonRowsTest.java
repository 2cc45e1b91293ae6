package leakcensus.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonRowsTest {

  private static final int[] PLACES = {
    Place.UNKNOWN,
    Place.ofCountry(276),
    Place.ofCountry(Place.CHINA),
    Place.ofProvince(11),
    Place.ofProvince(44),
    Place.ofState(UsState.IL)
  };

  @ParameterizedTest
  @CsvSource({
    "false, 0, UNKNOWN, 0",
    "true, 19979, MALE, 1900",
    "true, 107574, FEMALE, 2026",
    "false, 131071, FEMALE, 9999"
  })
  void tellsFactsBack(boolean attributable, int place, Sex sex, int birthYear) {
    long facts = PersonRows.facts(attributable, place, sex, birthYear);

    assertThat(PersonRows.isAttributable(facts)).isEqualTo(attributable);
    assertThat(PersonRows.place(facts)).isEqualTo(place);
    assertThat(PersonRows.sex(facts)).isEqualTo(sex);
    assertThat(PersonRows.birthYear(facts)).isEqualTo(birthYear);
    assertThat(PersonRows.birthDate(facts)).isZero();

    long dated = PersonRows.withBirthDate(facts, 0x1234_5678_9ABC_DEF0L);

    assertThat(PersonRows.isAttributable(dated)).isEqualTo(attributable);
    assertThat(PersonRows.place(dated)).isEqualTo(place);
    assertThat(PersonRows.sex(dated)).isEqualTo(sex);
    assertThat(PersonRows.birthYear(dated)).isEqualTo(birthYear);
    assertThat(PersonRows.birthDate(dated)).isEqualTo(0x1ABC_DEF0L);
  }

  @Test
  void keepsTheNumberOfADateInTheLowestBitsOfItsToken() {
    int last = (1 << 28) - 1;
    for (int number : new int[] {0, 1, 2, last}) {
      long token = PersonRows.dateToken(0xFEDC_BA98_7654_3210L, number);

      assertThat(token >>> 30).isEqualTo(0xFEDC_BA98_7654_3210L >>> 30);
      assertThat(PersonRows.birthDate(PersonRows.withBirthDate(0, token))).isEqualTo(number + 2);
    }
    for (int number : new int[] {-1, last + 1}) {
      assertThatThrownBy(() -> PersonRows.dateToken(1, number))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("Invalid number of a date (must be below 2^28)");
    }
  }

  @Test
  void forgetsTheDateOfBirthWhereTwoDiffer() {
    long one = PersonRows.withBirthDate(0, 77);
    long other = PersonRows.withBirthDate(0, 78);

    assertThat(PersonRows.birthDate(PersonRows.merged(one, 0))).isEqualTo(77);
    assertThat(PersonRows.birthDate(PersonRows.merged(one, one))).isEqualTo(77);
    assertThat(PersonRows.birthDate(PersonRows.merged(one, other))).isZero();
    assertThat(PersonRows.birthDate(PersonRows.merged(PersonRows.merged(one, other), one)))
        .isZero();
    // a token that ends in zeros is known all the same
    assertThat(PersonRows.birthDate(PersonRows.withBirthDate(0, 1L << 40))).isNotZero();
  }

  @Test
  void prefersWhatIsKnownAndOfTwoTheSmaller() {
    long left = PersonRows.facts(false, 0, Sex.FEMALE, 1980);
    long right = PersonRows.facts(true, Place.ofProvince(44), Sex.MALE, 1979);

    assertThat(PersonRows.merged(left, right))
        .isEqualTo(PersonRows.facts(true, Place.ofProvince(44), Sex.MALE, 1979));
    assertThat(PersonRows.merged(left, PersonRows.facts(false, 0, Sex.UNKNOWN, 0))).isEqualTo(left);
  }

  @Test
  void mergesInAnyOrderAndGrouping() {
    Random random = new Random(1);
    for (int i = 0; i < 1_000; i++) {
      long a = randomFacts(random);
      long b = randomFacts(random);
      long c = randomFacts(random);

      assertThat(PersonRows.merged(a, b)).isEqualTo(PersonRows.merged(b, a));
      assertThat(PersonRows.merged(PersonRows.merged(a, b), c))
          .isEqualTo(PersonRows.merged(a, PersonRows.merged(b, c)));
      assertThat(PersonRows.merged(a, a)).isEqualTo(a);
      assertThat(PersonRows.merged(a, 0)).isEqualTo(a);
    }
  }

  private static long randomFacts(Random random) {
    return PersonRows.withBirthDate(
        PersonRows.facts(
            random.nextBoolean(),
            PLACES[random.nextInt(PLACES.length)],
            Sex.values()[random.nextInt(3)],
            random.nextInt(3) == 0 ? 0 : 1950 + random.nextInt(5)),
        random.nextInt(4));
  }
}
