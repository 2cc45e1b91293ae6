package leakcensus.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoundCountsTest {

  @ParameterizedTest
  @CsvSource({
    "1, 13, 13",
    "5, 12, 10",
    "5, 13, 15",
    "10, 14, 10",
    "10, 15, 20",
    "3, 10, 9",
    "3, 11, 12",
    "22, 11, 22",
    "10, 0, 0"
  })
  void takesTheNearestMultipleAndHalfOfABaseUpwards(long base, long persons, long rounded) {
    assertThat(new RoundCounts(base).nearest(persons)).isEqualTo(rounded);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 10, 22})
  void namesExactlyTheCountsThatAMultipleStandsFor(long base) {
    RoundCounts rounding = new RoundCounts(base);
    for (long persons = 11; persons < 200; persons++) {
      long rounded = rounding.nearest(persons);

      assertThat(persons).isBetween(rounding.fewest(rounded), rounding.most(rounded));
      assertThat(rounding.nearest(rounding.fewest(rounded))).isEqualTo(rounded);
      assertThat(rounding.nearest(rounding.most(rounded))).isEqualTo(rounded);
      assertThat(rounding.nearest(rounding.fewest(rounded) - 1)).isEqualTo(rounded - base);
      assertThat(rounding.nearest(rounding.most(rounded) + 1)).isEqualTo(rounded + base);
    }
  }

  @Test
  void knowsThatZeroStandsForNobody() {
    assertThat(new RoundCounts(10).fewest(0)).isZero();
    assertThat(new RoundCounts(10).most(0)).isZero();
  }

  @Test
  void movesTheEndsOfAnIntervalOutwards() {
    assertThat(new RoundCounts(10).outwards(AffectedPersons.of(19.5, 23, 40.1)))
        .isEqualTo(AffectedPersons.of(10, 20, 50));
    assertThat(new RoundCounts(10).outwards(AffectedPersons.of(29, 29, 29)))
        .isEqualTo(AffectedPersons.of(20, 30, 30));
    assertThat(
            new RoundCounts(10)
                .outwards(new AffectedPersons(17, OptionalDouble.empty(), OptionalDouble.empty())))
        .isEqualTo(new AffectedPersons(10, OptionalDouble.empty(), OptionalDouble.empty()));
  }

  @Test
  void leavesAllAsItIsWithABaseOfOne() {
    AffectedPersons persons = AffectedPersons.of(19.5, 23, 40.1);

    assertThat(RoundCounts.NONE.outwards(persons)).isEqualTo(persons);
    assertThat(RoundCounts.NONE.nearest(OptionalLong.of(17))).hasValue(17);
    assertThat(new RoundCounts(5).nearest(OptionalLong.empty())).isEmpty();
  }

  @Test
  void rejectsABaseOfNothing() {
    assertThatThrownBy(() -> new RoundCounts(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid base of rounding: 0 persons (must be >= 1)");
  }
}
