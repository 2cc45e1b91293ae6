package leakcensus.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BirthAndSexTest {

  @Test
  void comesBackFromTenBits() {
    for (Sex sex : Sex.values()) {
      assertThat(BirthAndSex.of(new BirthAndSex(0, sex).packed()))
          .isEqualTo(new BirthAndSex(0, sex));
      for (int year = 1801; year <= 2055; year++) {
        BirthAndSex birth = new BirthAndSex(year, sex);
        assertThat(birth.packed()).isBetween(1L, 1023L);
        assertThat(BirthAndSex.of(birth.packed())).isEqualTo(birth);
      }
    }
  }

  @Test
  void takesImpossibleYearsForTheNearest() {
    assertThat(BirthAndSex.of(new BirthAndSex(1700, Sex.MALE).packed()).birthYear())
        .isEqualTo(1801);
    assertThat(BirthAndSex.of(new BirthAndSex(9999, Sex.MALE).packed()).birthYear())
        .isEqualTo(2055);
  }
}
