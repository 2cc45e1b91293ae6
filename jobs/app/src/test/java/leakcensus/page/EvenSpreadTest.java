package leakcensus.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvenSpreadTest {

  /** The law's own first two moments: what comes in must come out. */
  @ParameterizedTest
  @CsvSource({"1000, 1001", "1000, 1500", "23534, 37155", "10, 90"})
  void holdsAsManyPersonsAndMentionsAsItWasMadeOf(double persons, double mentions) {
    EvenSpread law = EvenSpread.of(persons, mentions).orElseThrow();

    assertThat(LongStream.rangeClosed(1, 200).mapToDouble(law::persons).sum())
        .isCloseTo(persons, within(1e-6 * persons));
    assertThat(LongStream.rangeClosed(1, 200).mapToDouble(k -> k * law.persons(k)).sum())
        .isCloseTo(mentions, within(1e-6 * mentions));
  }

  @Test
  void isThePoissonLawWithoutZero() {
    // lambda = 1: mean 1 / (1 - 1/e); f_1 : f_2 : f_3 = 1 : 1/2 : 1/6
    EvenSpread law = EvenSpread.of(600, 600 / (1 - Math.exp(-1))).orElseThrow();

    assertThat(law.persons(2) / law.persons(1)).isCloseTo(1 / 2.0, within(1e-9));
    assertThat(law.persons(3) / law.persons(1)).isCloseTo(1 / 6.0, within(1e-9));
  }

  @Test
  void isNotThereWhereNobodyIsSeenTwice() {
    assertThat(EvenSpread.of(100, 100)).isEmpty();
  }
}
