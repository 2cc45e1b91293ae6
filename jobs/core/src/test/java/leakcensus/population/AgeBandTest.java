package leakcensus.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgeBandTest {

  @ParameterizedTest
  @ValueSource(strings = {"2020-11-01", "2021-07-01", "2025-01-01", "2024-06-30"})
  void takesTheAgeThatMostOfAYearHave(LocalDate day) {
    for (int year = 1900; year < day.getYear(); year++) {
      int[] born = new int[200];
      for (LocalDate birth = LocalDate.of(year, 1, 1);
          birth.getYear() == year;
          birth = birth.plusDays(1)) {
        born[Period.between(birth, day).getYears()]++;
      }
      int age = AgeBand.ageOf(year, day);
      assertThat(born[age]).isGreaterThanOrEqualTo(180);
    }
  }

  @Test
  void holdsBothEnds() {
    LocalDate census = LocalDate.of(2020, 11, 1);

    assertThat(AgeBand.of("20-24").holds(2000, census)).isTrue();
    assertThat(AgeBand.of("20-24").holds(1996, census)).isTrue();
    assertThat(AgeBand.of("20-24").holds(1995, census)).isFalse();
    assertThat(AgeBand.of("20-24").holds(2001, census)).isFalse();
    assertThat(AgeBand.of("0").holds(2020, census)).isTrue();
    assertThat(AgeBand.of("0").holds(2021, census)).isFalse();
    assertThat(AgeBand.of("100+").holds(1850, census)).isTrue();
    assertThat(AgeBand.of("100+").holds(1921, census)).isFalse();
  }
}
